import { uidOf } from '../seededRandom';
import type { NamedReference } from './reference';

/** A TMS user, as TMS shows one. */
export interface User {
	id: string;
	uid: string;
	userName: string;
	firstName: string;
	lastName: string;
	email: string;
	role: 'ADMIN' | 'LINGUIST' | 'PROJECT_MANAGER';
}

/** The sandbox's organization. */
export const ORGANIZATION: NamedReference = {
	id: '1',
	uid: uidOf('organization'),
	name: 'Sandbox Organization',
};

/** The user that all work is done by. */
export const MANAGER: User = {
	id: '101',
	uid: uidOf('user:manager'),
	userName: 'sandbox.manager',
	firstName: 'Sam',
	lastName: 'Manager',
	email: 'sam.manager@example.com',
	role: 'PROJECT_MANAGER',
};

/** The same person in a second organization; reached by `userUid` at login. */
export const MANAGER_ELSEWHERE: User = {
	...MANAGER,
	id: '102',
	uid: uidOf('user:manager-elsewhere'),
	role: 'ADMIN',
};

/** Secrets that open the sandbox. They are worth nothing outside of it. */
export const SECRETS = {
	password: 'sandbox-password',
	tmsPlatformToken: 'sandbox-platform-token-tms',
	languageAiPlatformToken: 'sandbox-platform-token-language-ai',
	apiToken: 'sandbox-api-token',
	oauth2ClientId: 'sandbox-client-id',
	oauth2ClientSecret: 'sandbox-client-secret',
	oauth2AccessToken: 'sandbox-oauth2-access-token',
	oauth2RefreshToken: 'sandbox-oauth2-refresh-token',
};
