import { choice, toggle } from '../../../../core/fields/choice';

/** The form in which terms are exported. */
export const termFormat = choice(
	{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
	[
		{ name: 'TBX', value: 'Tbx' },
		{ name: 'XLSX', value: 'Xlsx' },
	],
	'Tbx',
);

/** How terms of a file are imported. */
export const termImport = {
	strictLangMatching: toggle({
		displayName: 'Strict Languages',
		description: 'Whether en and en_us count as different languages',
	}),
	updateTerms: toggle(
		{ displayName: 'Update Terms', description: 'Whether to change terms that are there already' },
		true,
	),
};
