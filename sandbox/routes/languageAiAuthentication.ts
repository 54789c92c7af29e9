import { ApiError } from '../errors';
import { ok, type Handlers } from '../http/call';
import { MANAGER, ORGANIZATION, SECRETS } from '../model/user';

interface LoginRequest {
	userName: string;
	password: string;
	organization?: { uid: string };
}

/** Tag Authentication of Language AI. */
export const languageAiAuthentication: Handlers = {
	logInToLanguageAi: ({ body }, { tokens, log }) => {
		const { userName, password, organization } = body as LoginRequest;
		const known = organization === undefined || organization.uid === ORGANIZATION.uid;
		if (!known || userName !== MANAGER.userName || password !== SECRETS.password) {
			log.count('loginsRefused');
			throw new ApiError(401, 'Unauthorized', 'Invalid user name, password or organization.');
		}
		log.count('logins');
		const { token, expires } = tokens.issue('languageAi', 'login');
		return ok({ token, tokenType: 'Bearer', expires: expires.toISOString() });
	},
};
