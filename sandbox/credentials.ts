import { MANAGER, ORGANIZATION, SECRETS } from './model/user';

/** The base URLs of a running sandbox. */
export interface SandboxUrls {
	/** TMS, ends in `/web`. */
	tmsUrl: string;
	/** Phrase Platform, ends in `/idm`. */
	platformUrl: string;
	/** Language AI, ends in `/smt/api`. */
	languageAiUrl: string;
}

/** Ready data for every credential type and way in, as n8n stores it. */
export function makeCredentials({ tmsUrl, platformUrl, languageAiUrl }: SandboxUrls) {
	const tms = { region: 'custom', tmsUrl, platformUrl };
	const languageAi = { region: 'custom', languageAiUrl, platformUrl };
	const { userName } = MANAGER;
	const { password } = SECRETS;
	return {
		phraseTmsApi: { ...tms, authType: 'platformToken', platformApiToken: SECRETS.tmsPlatformToken },
		phraseTmsApiPassword: { ...tms, authType: 'password', userName, password, userUid: '' },
		phraseTmsApiToken: { ...tms, authType: 'apiToken', apiToken: SECRETS.apiToken },
		phraseTmsOAuth2Api: {
			region: 'custom',
			tmsUrl,
			grantType: 'authorizationCode',
			authUrl: `${tmsUrl}/oauth/authorize`,
			accessTokenUrl: `${tmsUrl}/oauth/token`,
			scope: '',
			clientId: SECRETS.oauth2ClientId,
			clientSecret: SECRETS.oauth2ClientSecret,
			oauthTokenData: {
				access_token: SECRETS.oauth2AccessToken,
				refresh_token: SECRETS.oauth2RefreshToken,
				token_type: 'Bearer',
			},
		},
		phraseLanguageAiApi: {
			...languageAi,
			authType: 'platformToken',
			platformApiToken: SECRETS.languageAiPlatformToken,
		},
		phraseLanguageAiApiPassword: {
			...languageAi,
			authType: 'password',
			userName,
			password,
			organizationUid: ORGANIZATION.uid,
		},
	};
}

export type SandboxCredentials = ReturnType<typeof makeCredentials>;
