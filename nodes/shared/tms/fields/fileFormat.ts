import { choice } from '../../../../core/fields/choice';

/** The form in which Phrase gives a target file. */
export const fileFormat = () =>
	choice(
		{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
		[
			{ name: 'Original', value: 'ORIGINAL' },
			{ name: 'PDF', value: 'PDF' },
		],
		'ORIGINAL',
	);
