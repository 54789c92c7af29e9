import { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { ByteSource } from '../http/request';
import { fileNameOption, inputBinaryField, renamed } from './binary';
import { choice } from './choice';
import { field, shownWhen } from './field';
import { fieldSet } from './fieldSet';
import { plainText, requiredText } from './text';

const FROM_FIELD = { fileFrom: ['binary'] };
const FROM_TEXT = { fileFrom: ['text'] };

/** The file to send, from a binary field, or from text for those who have no files: sheets, a CMS, AI agents. */
export const sentFile = fieldSet(
	{
		fileFrom: {
			...choice(
				{ displayName: 'Input File', description: 'What the file to send is made of' },
				[
					{ name: 'Binary Field', value: 'binary', displayOptions: { show: { '@tool': [false] } } },
					{ name: 'Text', value: 'text' },
				],
				'binary',
			),
			defaultInTools: 'text',
		},
		binaryPropertyName: shownWhen(FROM_FIELD, inputBinaryField()),
		text: shownWhen(
			FROM_TEXT,
			field(
				{
					displayName: 'Text',
					type: 'string',
					typeOptions: { rows: 5 },
					default: '',
					required: true,
					description: 'The content of the file; it is sent in UTF-8',
				},
				() => plainText(z.string().min(1, 'must not be empty')),
			),
		),
		fileName: shownWhen(
			FROM_TEXT,
			requiredText({
				displayName: 'File Name',
				placeholder: 'e.g. guide.md',
				description: 'Name of the file in Phrase, which reads the file by its extension',
			}),
		),
	},
	{ fileName: shownWhen({ '/fileFrom': ['binary'] }, fileNameOption.fileName) },
);

/**
 * The file to send.
 * @param values those of an operation with the fields and options of `sentFile`
 */
export function fileToSend(values: unknown): ByteSource {
	const { binaryPropertyName: source, text = '', fileName = '', options } = sentFile.of(values);
	return source === undefined ? textFile(fileName, text) : renamed(source, options?.fileName);
}

function textFile(fileName: string, text: string): ByteSource {
	const bytes = Buffer.from(text);
	return {
		fileName,
		mimeType: 'text/plain',
		size: bytes.length,
		open: async () => await Promise.resolve(Readable.from([bytes])),
	};
}
