import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { authorizedForN8n, signInForN8n, TEST_HEADER } from '../core/http/signIn/forN8n';
import { callbackSigningSecret, region, sessionToken, testRules, urlExpression } from './shared/properties';

/** Access to Phrase TMS by a Platform API token, a user name and password, or a ready TMS token. */
export class PhraseTmsApi implements ICredentialType {
	name = 'phraseTmsApi';

	displayName = 'Phrase TMS API';

	icon = { light: 'file:../icons/phrase.svg', dark: 'file:../icons/phrase.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-phrase/n8n-nodes-phrase#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authType',
			type: 'options',
			options: [
				{
					name: 'Platform API Token',
					value: 'platformToken',
					description: "A token from your Phrase profile, 'Access tokens', made for Phrase TMS",
				},
				{
					name: 'User Name and Password',
					value: 'password',
					description: 'The log-in of a TMS user; not for organizations that allow only single sign-on',
				},
				{
					name: 'TMS API Token',
					value: 'apiToken',
					description: 'A token that TMS issued at a log-in; it lives for 24 hours, and nothing renews it',
				},
			],
			default: 'platformToken',
		},
		...region(['tmsUrl', 'platformUrl']),
		{
			displayName: 'Platform API Token',
			name: 'platformApiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: "In Phrase: your profile, 'Access tokens', 'Generate token', for Phrase TMS. Phrase shows it once.",
			displayOptions: { show: { authType: ['platformToken'] } },
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			required: true,
			description: 'The name of a TMS user, as at the sign-in page of TMS',
			displayOptions: { show: { authType: ['password'] } },
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authType: ['password'] } },
		},
		{
			displayName: 'User UID',
			name: 'userUid',
			type: 'string',
			default: '',
			description:
				'Only for a user of several organizations: the UID of the user in the organization to work in',
			displayOptions: { show: { authType: ['password'] } },
		},
		{
			displayName: 'TMS API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: "What TMS answers to 'auth/login'. It ends after 24 hours, or when its user signs out of TMS.",
			displayOptions: { show: { authType: ['apiToken'] } },
		},
		callbackSigningSecret,
		sessionToken,
	];

	/** n8n calls this before each of its own calls, and again when Phrase refused one. It is given nothing to store. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		await signInForN8n(this.helpers, credentials, 'tms');
		return {};
	}

	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions) =>
		authorizedForN8n(credentials, request, 'tms');

	test: ICredentialTestRequest = {
		request: {
			baseURL: urlExpression('tms'),
			url: '/api2/v1/auth/whoAmI',
			headers: { [TEST_HEADER]: 'yes' },
			json: true,
			disableFollowRedirect: true,
		},
		rules: testRules('Phrase TMS', 'user'),
	};
}
