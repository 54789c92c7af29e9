import { MANAGER, type User } from '../model/user';
import { uidOf } from '../seededRandom';

const LINGUISTS = ['Lena Linguist', 'Luca Linguist', 'Rosa Reviewer'];
const VENDOR_NAMES = ['Word Works', 'Lingua Agency'];
const TEMPLATES = [
	{ type: 'JobAssigned', name: 'New job' },
	{ type: 'JobAssigned', name: 'New urgent job' },
	{ type: 'NextWorkflowStep', name: 'Next step' },
];

/** Users of the organization, whom jobs can be assigned to. */
export const USERS: User[] = [MANAGER, ...LINGUISTS.map(linguist)];

/** Agencies whom jobs can be assigned to. */
export const VENDORS = VENDOR_NAMES.map((name, index) => ({
	id: String(301 + index),
	uid: uidOf(`vendor:${index}`),
	name,
}));

/** Email templates of the organization. */
export const EMAIL_TEMPLATES = TEMPLATES.map((template, index) => ({
	...template,
	id: String(39 + index),
	uid: uidOf(`emailTemplate:${index}`),
	subject: template.name,
}));

function linguist(name: string, index: number): User {
	const [firstName = '', lastName = ''] = name.split(' ');
	const userName = name.toLowerCase().replace(' ', '.');
	return {
		id: String(201 + index),
		uid: uidOf(`user:${userName}`),
		userName,
		firstName,
		lastName,
		email: `${userName}@example.com`,
		role: 'LINGUIST',
	};
}
