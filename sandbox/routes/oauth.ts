import { ApiError } from '../errors';
import { ok, type Handlers } from '../http/call';
import { SECRETS } from '../model/user';
import type { Application } from '../state/authentication';

/** An API token is made for one application; so is the JWT it is exchanged for. */
const APPLICATIONS: Record<string, Application> = {
	[SECRETS.tmsPlatformToken]: 'tms',
	[SECRETS.languageAiPlatformToken]: 'languageAi',
};

/** The Phrase Platform's token exchange. */
export const oauth: Handlers = {
	exchangeToken: ({ body }, { tokens, log }) => {
		const { subject_token: apiToken } = body as { subject_token: string };
		const application = APPLICATIONS[apiToken];
		if (!application) {
			log.count('loginsRefused');
			throw new ApiError(400, 'invalid_grant', 'The API token is not valid.');
		}
		log.count('logins');
		const { token, lifeMs } = tokens.issue(application, 'platform');
		return ok({
			access_token: token,
			issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
			token_type: 'Bearer',
			expires_in: Math.floor(lifeMs / 1000),
		});
	},
};
