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

/** Access to Phrase Language AI by a Platform API token, or by the log-in that Phrase keeps as a fallback. */
export class PhraseLanguageAiApi implements ICredentialType {
	name = 'phraseLanguageAiApi';

	displayName = 'Phrase Language AI API';

	icon = {
		light: 'file:../icons/phrase-language-ai.svg',
		dark: 'file:../icons/phrase-language-ai.dark.svg',
	} as const;

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
					description: "A token from your Phrase profile, 'Access tokens', made for Phrase Language AI",
				},
				{
					name: 'User Name and Password',
					value: 'password',
					description: 'The log-in that Phrase keeps as a fallback for users without a token',
				},
			],
			default: 'platformToken',
		},
		...region(['languageAiUrl', 'platformUrl']),
		{
			displayName: 'Platform API Token',
			name: 'platformApiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: "In Phrase: your profile, 'Access tokens', 'Generate token', for Phrase Language AI. Phrase shows it once.",
			displayOptions: { show: { authType: ['platformToken'] } },
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			required: true,
			description: 'The name of a Phrase user, as at the sign-in page',
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
			displayName: 'Organization UID',
			name: 'organizationUid',
			type: 'string',
			default: '',
			description: 'The UID of the organization that the user works in',
			displayOptions: { show: { authType: ['password'] } },
		},
		callbackSigningSecret,
		sessionToken,
	];

	/** n8n calls this before each of its own calls, and again when Phrase refused one. It is given nothing to store. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		await signInForN8n(this.helpers, credentials, 'languageAi');
		return {};
	}

	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions) =>
		authorizedForN8n(credentials, request, 'languageAi');

	test: ICredentialTestRequest = {
		request: {
			baseURL: urlExpression('languageAi'),
			url: '/v1/translationProfiles',
			headers: { [TEST_HEADER]: 'yes' },
			json: true,
			disableFollowRedirect: true,
		},
		rules: testRules('Phrase Language AI', 'content'),
	};
}
