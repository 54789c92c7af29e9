import { randomBytes } from 'node:crypto';
import { ApiError, badRequest } from '../errors';
import { ok, single, type Answer, type Handlers } from '../http/call';
import { MANAGER, MANAGER_ELSEWHERE, ORGANIZATION, SECRETS, type User } from '../model/user';
import type { World } from '../world';

interface LoginRequest {
	userName: string;
	password: string;
	userUid?: string;
}

interface OAuth2Request {
	grant_type: 'authorization_code' | 'refresh_token';
	code?: string;
	refresh_token?: string;
}

/** Tag Authentication of TMS, and its OAuth2. */
export const authentication: Handlers = {
	login: ({ body }, world) => login(body as LoginRequest, world),

	loginV3: ({ body }, world) => login(body as LoginRequest, world),

	whoAmI: () =>
		ok({
			user: MANAGER,
			csrfToken: 'sandbox',
			organization: { uid: ORGANIZATION.uid, name: ORGANIZATION.name },
			edition: { name: 'SANDBOX' },
			features: { icuEnabled: false, rejectJobs: true, qaHighlightsEnabled: true },
		}),

	/** Says yes without asking: there is nobody to ask. */
	authorizeOAuth2: (call, world) => {
		if (single(call, 'client_id') !== SECRETS.oauth2ClientId)
			throw badRequest('invalid_client', 'Unknown client_id.');
		const code = randomBytes(16).toString('hex');
		world.oauth2Codes.add(code);
		const location = new URL(single(call, 'redirect_uri') ?? '');
		location.searchParams.set('code', code);
		const state = single(call, 'state');
		if (state !== undefined) location.searchParams.set('state', state);
		return { headers: { location: location.href } };
	},

	getOAuth2Token: ({ body }, world) => {
		const { grant_type: grantType, code = '', refresh_token: refreshToken = '' } = body as OAuth2Request;
		const granted =
			grantType === 'refresh_token'
				? world.oauth2RefreshTokens.has(refreshToken)
				: world.oauth2Codes.delete(code);
		if (!granted) {
			world.log.count('loginsRefused');
			throw badRequest('invalid_grant', `The ${grantType} is not valid.`);
		}
		world.log.count('logins');
		const { token, lifeMs } = world.tokens.issue('tms', 'oauth2');
		const nextRefreshToken = randomBytes(16).toString('hex');
		world.oauth2RefreshTokens.add(nextRefreshToken);
		return ok({
			access_token: token,
			token_type: 'Bearer',
			expires_in: Math.floor(lifeMs / 1000),
			refresh_token: nextRefreshToken,
		});
	},
};

function login({ userName, password, userUid }: LoginRequest, { tokens, log }: World): Answer {
	const user = userUid === undefined || userUid === '' ? MANAGER : accountOf(userUid);
	if (userName !== user?.userName || password !== SECRETS.password) {
		log.count('loginsRefused');
		throw new ApiError(401, 'AuthInvalidCredentials', 'Invalid user name or password.');
	}
	log.count('logins');
	const { token, expires } = tokens.issue('tms', 'login');
	return ok({ user, token, expires: expires.toISOString() });
}

function accountOf(userUid: string): User | undefined {
	return [MANAGER, MANAGER_ELSEWHERE].find(({ uid }) => uid === userUid);
}
