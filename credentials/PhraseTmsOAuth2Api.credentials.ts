import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { callbackSigningSecret, region, testRules, urlExpression } from './shared/properties';

/** Access to Phrase TMS by OAuth2: n8n sends the user to Phrase, and keeps and renews the token. */
export class PhraseTmsOAuth2Api implements ICredentialType {
	name = 'phraseTmsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Phrase TMS OAuth2 API';

	icon = { light: 'file:../icons/phrase.svg', dark: 'file:../icons/phrase.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-phrase/n8n-nodes-phrase#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				"Register an app in Phrase TMS with the redirect URL above: Settings, Integrations, 'Registered OAuth apps'. Copy its client ID. After a change of the region or the client ID, connect again.",
			name: 'whereFrom',
			type: 'notice',
			default: '',
		},
		...region(['tmsUrl']),
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: urlExpression('tms', '/oauth/authorize', '$self'),
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: urlExpression('tms', '/oauth/token', '$self'),
			required: true,
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'May stay empty: Phrase gives an OAuth app a client ID only',
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		callbackSigningSecret,
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: urlExpression('tms'),
			url: '/api2/v1/auth/whoAmI',
			json: true,
			disableFollowRedirect: true,
		},
		rules: testRules('Phrase TMS', 'user'),
	};
}
