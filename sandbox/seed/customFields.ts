import { MANAGER } from '../model/user';
import { uidOf } from '../seededRandom';

const TYPES = ['STRING', 'NUMBER', 'DATE', 'URL', 'SINGLE_SELECT', 'MULTI_SELECT'] as const;

/** Most options that a custom field names itself. */
const TRUNCATED = 2;

/** The options of a custom field that offers some. */
export interface CustomFieldOption {
	uid: string;
	value: string;
	deprecated: boolean;
}

/** The options of the seed's custom fields: the last one is retired. */
const OPTIONS = ['Low', 'High', 'Urgent', 'Never'];

/** Options, as a custom field begins with them. */
export function optionsOf(fieldUid: string, values: readonly string[]): CustomFieldOption[] {
	return values.map((value) => ({
		uid: uidOf(`option:${fieldUid}:${value}`),
		value,
		deprecated: value === 'Never',
	}));
}

/** What a custom field says of its options. */
export function truncated(options: CustomFieldOption[]) {
	const truncatedOptions = options.slice(0, TRUNCATED);
	return { truncatedOptions, remainingCount: options.length - truncatedOptions.length };
}

/** A custom field of each type, for projects and jobs. */
export const CUSTOM_FIELDS = TYPES.map((type) => {
	const uid = uidOf(`customField:${type}`);
	const allOptions = type.endsWith('SELECT') ? optionsOf(uid, OPTIONS) : [];
	return {
		uid,
		name: `Sandbox ${type.toLowerCase().replace('_', ' ')}`,
		type,
		allowedEntities: ['JOB', 'PROJECT'],
		allOptions,
		options: truncated(allOptions),
		required: false,
		createdBy: MANAGER,
	};
});
