import type { IBinaryData } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { ByteSource } from '../http/request';
import { ParameterError } from '../http/errors';
import { field, type Field, type FieldPlace } from './field';
import { fieldSet } from './fieldSet';
import { extensionOf } from './fileExtension';
import { given } from './given';
import { optionalText, plainText } from './text';

const fieldName = () => plainText(z.string().trim().min(1, 'name the binary field'));

/** The binary field that holds the file to send, by its name or as such; its value is the file's bytes. */
export function inputBinaryField(): Field<ByteSource> {
	return {
		property: {
			displayName: 'Input Binary Field',
			type: 'string',
			typeOptions: { binaryDataProperty: true },
			default: 'data',
			required: true,
			hint: 'The name of the input field containing the file to send',
			description: 'Name of the binary field that holds the file',
		},
		check: async (raw, place) => await byteSource(binaryOf(raw, place), place),
	};
}

/** The option that gives the file to send another name. */
export const fileNameOption = {
	fileName: optionalText({
		displayName: 'File Name',
		placeholder: 'e.g. guide.md',
		description:
			'Name of the file in Phrase, instead of the one in the binary field. Phrase reads the file by its extension.',
	}),
};

/**
 * The file to send under the name that the user gave it.
 * @param fileName of `fileNameOption`
 */
export function renamed(source: ByteSource, fileName: string | undefined): ByteSource {
	return fileName === undefined ? source : { ...source, fileName };
}

/** The binary field that receives a file. */
export const outputBinaryField: Field<string> = field(
	{
		displayName: 'Put Output File in Field',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output binary field to put the file in',
		description: 'Name of the binary field that receives the file',
	},
	() =>
		given(
			(raw, refuse) => (isObject(raw) ? refuse("expected the name of a field, such as 'data'") : raw),
			fieldName(),
		),
);

/** The name of the binary field that receives a file, as nodes of n8n call it. */
export const intoBinary = fieldSet({ binaryPropertyName: outputBinaryField });

/** The output field's name, from the operation's values. */
export function outputFieldName(values: unknown): string {
	return intoBinary.of(values).binaryPropertyName ?? 'data';
}

/**
 * A binary field from what a parameter holds: its name, or the field itself from an expression.
 * @throws ParameterError when it holds neither; n8n's own error when the item has no such field
 */
function binaryOf(raw: unknown, place: FieldPlace): IBinaryData {
	if (isBinary(raw)) return raw;
	if (isObject(raw)) {
		throw new ParameterError(
			'the object from the expression holds no file',
			"Give the name of a binary field, such as 'data', or a whole field, as {{ $('Read file').item.binary.data }} does.",
		);
	}
	return helpersOf(place).assertBinaryData(place.itemIndex, fieldName().parse(raw));
}

/** Whether a value is a binary field itself, by n8n's own rule: its guard of newer versions is not in n8n 1. */
function isBinary(raw: unknown): raw is IBinaryData {
	return isObject(raw) && 'mimeType' in raw && ('data' in raw || 'id' in raw);
}

/** What n8n gives to those who work on items. A trigger has none, and so no binary fields. */
function helpersOf({ context: { helpers } }: FieldPlace) {
	if ('assertBinaryData' in helpers) return helpers;
	throw new ParameterError('a trigger has no binary fields');
}

/**
 * How much of a file n8n's storage reads at a time, in bytes. Each read waits for the disk and for n8n. With the 64 KiB
 * of Node.js, an upload of 1 GiB takes a tenth more time (`bench/files`).
 */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a binary field, from storage or, in n8n's memory mode, from the item itself.
 * @throws ParameterError when its name or its size cannot be used
 */
async function byteSource(binary: IBinaryData, place: FieldPlace): Promise<ByteSource> {
	const { id, mimeType } = binary;
	const helpers = helpersOf(place);
	return {
		fileName: fileNameOf(binary),
		mimeType,
		...(id === undefined
			? inMemory(binary)
			: {
					size: sizeOf((await helpers.getBinaryMetadata(id)).fileSize),
					open: async () => await helpers.getBinaryStream(id, CHUNK_BYTES),
				}),
	};
}

function inMemory({ data }: IBinaryData): Pick<ByteSource, 'size' | 'open'> {
	const bytes = Buffer.from(data, 'base64');
	return { size: bytes.length, open: async () => await Promise.resolve(Readable.from([bytes])) };
}

function fileNameOf({ fileName, fileExtension, mimeType }: IBinaryData): string {
	const name = fileName?.trim() ?? '';
	if (!name.isWellFormed()) {
		throw new ParameterError(
			'the name of the file holds half of a character (a lone surrogate)',
			"Give another name in 'File Name', under 'Options'.",
		);
	}
	const extension = [fileExtension, extensionOf(mimeType)].find(Boolean);
	return name || ['file', extension].filter(Boolean).join('.');
}

/** What n8n's storage says of a size, in bytes; databases may say it as text. */
function sizeOf(size: unknown): number | undefined {
	if (size === undefined || size === null) return undefined;
	const bytes = typeof size === 'string' && /^\d+$/.test(size) ? Number(size) : size;
	if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0) return bytes;
	throw new ParameterError(
		`n8n does not know the size of the file, but says ${JSON.stringify(size)}`,
		'Store the file again, in the same execution, and look at the binary data mode of n8n.',
	);
}

function isObject(raw: unknown): raw is object {
	return typeof raw === 'object' && raw !== null;
}
