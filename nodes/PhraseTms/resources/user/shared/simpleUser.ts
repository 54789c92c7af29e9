/** What the simplified version of a user keeps. */
export const SIMPLE_USER = [
	'uid',
	'id',
	'userName',
	'firstName',
	'lastName',
	'email',
	'role',
	'active',
	'timezone',
] as const;
