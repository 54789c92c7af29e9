import { randomBytes } from 'node:crypto';
import type { SandboxConfig } from '../config';
import { unauthorized } from '../errors';

const HOUR = 3_600_000;

/** The product a token is good for; a platform token belongs to exactly one. */
export type Application = 'tms' | 'languageAi';

/** How a token was got, which decides its form, its scheme in `Authorization` and its lifetime. */
export type TokenKind = 'platform' | 'login' | 'oauth2';

interface Session {
	application: Application;
	scheme: 'Bearer' | 'ApiToken';
	expiresAt: number;
	usesLeft: number;
}

/** A token just given out. */
export interface IssuedToken {
	token: string;
	/** Lifetime, ms. */
	lifeMs: number;
	expires: Date;
}

/** The session tokens of both products. */
export class Tokens {
	/**
	 * @param sessions - those that there are already: a client goes on with its token, whatever happens to the rest
	 */
	constructor(
		private readonly config: () => SandboxConfig,
		readonly sessions = new Map<string, Session>(),
	) {}

	/** Gives out a session token that lives as long as the configuration says. */
	issue(application: Application, kind: TokenKind): IssuedToken {
		const { tokenLifeMs, tokenLifeRequests } = this.config();
		const lifeMs = tokenLifeMs ?? (kind === 'login' ? 24 * HOUR : 4 * HOUR);
		const token = kind === 'login' ? randomBytes(24).toString('base64url') : jwt(application, lifeMs);
		const expiresAt = Date.now() + lifeMs;
		const scheme = kind === 'login' && application === 'tms' ? 'ApiToken' : 'Bearer';
		this.sessions.set(token, { application, scheme, expiresAt, usesLeft: tokenLifeRequests ?? Infinity });
		return { token, lifeMs, expires: new Date(expiresAt) };
	}

	/** Makes a given TMS token valid for ever, as one that a user has in a credential already. */
	keep(token: string, scheme: Session['scheme']): void {
		this.sessions.set(token, { application: 'tms', scheme, expiresAt: Infinity, usesLeft: Infinity });
	}

	/**
	 * Uses a token once.
	 *
	 * @param authorization - the header's value
	 * @throws ApiError 401 when it is missing, unknown, expired, used up, or another product's
	 */
	use(application: Application, authorization: string | undefined): void {
		const [scheme, token = ''] = (authorization ?? '').split(' ');
		const session = this.sessions.get(token);
		if (session?.application !== application || session.scheme !== scheme) throw unauthorized();
		if (session.expiresAt <= Date.now() || session.usesLeft <= 0) throw unauthorized();
		session.usesLeft -= 1;
	}

	/** Makes every token given out so far invalid; those that were kept stay. */
	revokeAll(): void {
		for (const [token, { expiresAt }] of this.sessions) {
			if (expiresAt !== Infinity) this.sessions.delete(token);
		}
	}
}

/** Something with the form of a JWT: header and payload can be read, the signature is random. */
function jwt(application: Application, lifeMs: number): string {
	const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const issuedAt = Math.floor(Date.now() / 1000);
	const payload = {
		iss: 'phrase-sandbox',
		aud: application,
		iat: issuedAt,
		exp: issuedAt + Math.ceil(lifeMs / 1000),
	};
	const signature = randomBytes(32).toString('base64url');
	return [
		encode({ alg: 'RS256', typ: 'JWT' }),
		encode({ ...payload, jti: randomBytes(8).toString('hex') }),
		signature,
	].join('.');
}
