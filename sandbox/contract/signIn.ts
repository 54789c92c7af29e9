import type { WrittenCatalogue } from '../../core/catalogue/catalogue';
import type { WrittenEndpoint } from '../../core/catalogue/endpoint';
import type { Product } from '../errors';

/** Log-in endpoints of the catalogue, which need no token. */
export const LOG_INS = new Set([
	'login',
	'loginV3',
	'loginToSession',
	'loginToSession_2',
	'loginByAppleWithCode',
	'loginByAppleWithRefreshToken',
	'loginByGoogle',
	'refreshAppleToken',
	'logInToLanguageAi',
]);

const AUTHORIZATION: Record<string, WrittenEndpoint> = {
	authorizeOAuth2: {
		title: 'Ask the user for access',
		ourId: true,
		call: 'GET /oauth/authorize',
		query: {
			'response_type*': '(code)',
			'client_id*': 'string',
			'redirect_uri*': 'uri',
			state: 'string',
			scope: 'string',
		},
		status: 302,
	},
	getOAuth2Token: {
		title: 'Get an access token',
		ourId: true,
		call: 'POST /oauth/token',
		form: {
			'grant_type*': '(authorization_code|refresh_token)',
			code: 'string',
			refresh_token: 'string',
			client_id: 'string',
			client_secret: 'string',
			redirect_uri: 'string',
		},
		answers: 'OAuth2Token',
	},
};

const TOKEN_EXCHANGE: Record<string, WrittenEndpoint> = {
	exchangeToken: {
		title: 'Exchange an API token',
		ourId: true,
		call: 'POST /oauth/token',
		form: {
			'grant_type*': '(urn:ietf:params:oauth:grant-type:token-exchange)',
			'subject_token*': 'string(1..)',
			subject_token_type: '(urn:phrase:params:oauth:token-type:api_token)',
			requested_token_type: '(urn:ietf:params:oauth:token-type:access_token)',
		},
		answers: 'ExchangedToken',
	},
};

/** Tag of the endpoints below: they need no token, and their forms are those of OAuth. */
export const OAUTH = 'OAuth';

/** OAuth, in the catalogue's notation: ways to sign in that are no endpoints of Phrase's APIs. */
export const SIGN_IN: Record<Product, WrittenCatalogue> = {
	platform: {
		endpoints: { [OAUTH]: TOKEN_EXCHANGE },
		types: {
			ExchangedToken: {
				'access_token*': 'string',
				'issued_token_type*': 'string',
				'token_type*': 'string',
				'expires_in*': 'integer',
			},
		},
	},
	tms: {
		endpoints: { [OAUTH]: AUTHORIZATION },
		types: {
			OAuth2Token: {
				'access_token*': 'string',
				'token_type*': 'string',
				'expires_in*': 'integer',
				refresh_token: 'string',
			},
		},
	},
	languageAi: { endpoints: {}, types: {} },
};
