import { outputBinaryField } from './binary';
import { choice } from './choice';
import { shownWhen } from './field';
import { fieldSet } from './fieldSet';

/** Where a file goes that was received: into a binary field, or as text into the item itself. */
export const receivedFile = fieldSet({
	fileInto: {
		...choice(
			{ displayName: 'Output File', description: 'What becomes of the file' },
			[
				{ name: 'Binary Field', value: 'binary', displayOptions: { show: { '@tool': [false] } } },
				{
					name: 'Text',
					value: 'text',
					description: "The item's member 'text' holds it, which has to be a text of 1 MiB at most",
				},
			],
			'binary',
		),
		defaultInTools: 'text',
	},
	binaryPropertyName: shownWhen({ fileInto: ['binary'] }, outputBinaryField),
});

/** Whether the user wants the text of the file. */
export function wantsText(values: unknown): boolean {
	return receivedFile.of(values).fileInto === 'text';
}
