import type { IBinaryData } from 'n8n-workflow';
import { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { ByteSource } from '../http/request';
import { field, type Field, type FieldPlace } from './field';

const fieldName = z.string().trim().min(1, 'name the binary field');

/** The binary field that holds the file to send; its value is the file's bytes. */
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
		check: async (raw, place) => await byteSource(fieldName.parse(raw), place),
	};
}

/** The binary field that receives a file. */
export function outputBinaryField(): Field<string> {
	return field(
		{
			displayName: 'Put Output File in Field',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
			description: 'Name of the binary field that receives the file',
		},
		fieldName,
	);
}

const output = z.object({ binaryPropertyName: z.string().optional() });

/** The output field's name, from the operation's values. */
export function outputFieldName(values: unknown): string {
	return output.safeParse(values).data?.binaryPropertyName ?? 'data';
}

/** The bytes of an item's binary field, from storage or, in n8n's memory mode, from the item itself. */
async function byteSource(name: string, { context, itemIndex }: FieldPlace): Promise<ByteSource> {
	const binary = context.helpers.assertBinaryData(itemIndex, name);
	const { id } = binary;
	return {
		fileName:
			binary.fileName ?? `file${binary.fileExtension === undefined ? '' : `.${binary.fileExtension}`}`,
		mimeType: binary.mimeType,
		...(id === undefined
			? inMemory(binary)
			: {
					size: (await context.helpers.getBinaryMetadata(id)).fileSize,
					open: async () => await context.helpers.getBinaryStream(id),
				}),
	};
}

function inMemory({ data }: IBinaryData): Pick<ByteSource, 'size' | 'open'> {
	const bytes = Buffer.from(data, 'base64');
	return { size: bytes.length, open: async () => await Promise.resolve(Readable.from([bytes])) };
}
