import { choice, toggle } from '../../../../../core/fields/choice';
import { optionalText, requiredId } from '../../../../../core/fields/text';

/** What can be said of a term besides its text and its language. Source: schema TermCreateDto. */
export const termDetails = {
	caseSensitive: toggle({
		displayName: 'Case Sensitive',
		description: 'Whether upper and lower case count when texts are searched for the term',
	}),
	exactMatch: toggle({
		displayName: 'Exact Match',
		description: 'Whether other forms of the word do not count',
	}),
	forbidden: toggle({ displayName: 'Forbidden', description: 'Whether the term must not be used' }),
	note: optionalText({ displayName: 'Note', description: 'Note about the term' }),
	preferred: toggle({
		displayName: 'Preferred',
		description: 'Whether the term is the best one of its concept',
	}),
	status: choice(
		{ displayName: 'Status', description: 'Whether somebody has approved the term' },
		[
			{ name: 'Approved', value: 'Approved' },
			{ name: 'New', value: 'New' },
		],
		'New',
	),
	usage: optionalText({ displayName: 'Usage', description: 'Example of how the term is used' }),
};

/** The term an operation is about. */
export const termId = requiredId({
	displayName: 'Term ID',
	placeholder: 'e.g. 3u9xQ0bVn',
	description: 'ID of the term, as Search gives it',
});

/** What Phrase would forget of a term when it is not written again. Source: schema TermEditDto. */
export const KEPT_OF_TERM = [
	'text',
	'lang',
	...Object.keys(termDetails),
	'shortTranslation',
	'termType',
	'partOfSpeech',
	'gender',
	'number',
	'customFields',
];

/** What the simplified version of a term keeps. */
export const SIMPLE_TERM = [
	'text',
	'lang',
	'conceptId',
	'status',
	'preferred',
	'forbidden',
	'usage',
	'note',
] as const;
