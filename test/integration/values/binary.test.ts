import { once } from 'node:events';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fileNameOption, inputBinaryField, outputBinaryField } from '../../../core/fields/binary';
import { checkValue } from '../../../core/fields/readCollection';
import type { ByteSource } from '../../../core/http/request';
import { storeBinary } from '../../../n8n/inProcess';
import { valuesOf } from '../../support/echo';
import { runLanguageAi } from '../../support/languageAi';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const fields = { file: inputBinaryField() };

const inMemory = (more: Partial<IBinaryData> = {}): IBinaryData => ({
	data: Buffer.from('Hello').toString('base64'),
	mimeType: 'text/plain',
	fileName: 'hello.txt',
	...more,
});

const itemOf = (data: IBinaryData, json: IDataObject = {}): INodeExecutionData => ({
	json,
	binary: { data },
});

/** What the field makes of a value. */
async function fileOf(file: unknown, item: INodeExecutionData): Promise<ByteSource> {
	return (await valuesOf(fields, { file: file as string }, { items: [item] })).file as never;
}

async function textOf(source: ByteSource): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of await source.open()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

describe('a binary field', () => {
	it('is given by its name', async () => {
		const source = await fileOf('data', itemOf(inMemory()));
		expect([source.fileName, source.size, await textOf(source)]).toEqual(['hello.txt', 5, 'Hello']);
	});

	it('is given as such, from storage', async () => {
		const stored = await storeBinary(Buffer.from('Hello'), { fileName: 'hello.txt' });
		const source = await fileOf('={{ $binary.data }}', itemOf(stored));
		expect([source.fileName, source.size, await textOf(source)]).toEqual(['hello.txt', 5, 'Hello']);
	});

	it('is read from storage in large pieces, for each costs a wait', async () => {
		const stored = await storeBinary(Buffer.alloc(1024 * 1024), { fileName: 'large.bin' });
		const stream = await (await fileOf('data', itemOf(stored))).open();
		const [piece] = (await once(stream, 'data')) as [Buffer];
		stream.destroy();
		expect(piece.length).toBe(256 * 1024);
	});

	it.each(["={{ $('Input').item.binary.data }}", '={{ $input.item.binary.data }}'])(
		'is given as such, by %s, in the memory mode of n8n',
		async (file) => {
			const source = await fileOf(file, itemOf(inMemory()));
			expect([source.fileName, await textOf(source)]).toEqual(['hello.txt', 'Hello']);
		},
	);

	it.each([
		['={{ $json }}', /^'Input Binary Field': the object from the expression holds no file$/],
		['={{ [] }}', /holds no file/],
		['', /^'Input Binary Field': name the binary field$/],
		['={{ null }}', /name the binary field/],
		['other', /no binary field 'other'/],
	])('is not given by %p', async (file, reason) => {
		await expect(fileOf(file, itemOf(inMemory(), { a: 1 }))).rejects.toThrow(reason);
	});
});

describe('the name of a file', () => {
	it.each<[string, Partial<IBinaryData>, string]>([
		['its own', { fileName: ' guide.md ' }, 'guide.md'],
		['that of its extension, when it is empty', { fileName: '', fileExtension: 'md' }, 'file.md'],
		[
			'that of its media type, when it is missing',
			{ fileName: undefined, mimeType: 'text/html; charset=utf-8' },
			'file.html',
		],
		[
			'that of its media type, when it is blank',
			{ fileName: ' ', fileExtension: '', mimeType: 'application/x-xliff+xml' },
			'file.xliff',
		],
		[
			'one without extension, when nothing tells it',
			{ fileName: '', mimeType: 'application/octet-stream' },
			'file',
		],
	])('is %s', async (_case, binary, expected) => {
		expect((await fileOf('data', itemOf(inMemory(binary)))).fileName).toBe(expected);
	});

	it('that cannot be encoded is refused, with what to do', async () => {
		await expect(fileOf('data', itemOf(inMemory({ fileName: '🙂'.slice(1) })))).rejects.toMatchObject({
			message: expect.stringMatching(/^'Input Binary Field': .*lone surrogate/),
			description: expect.stringContaining("'File Name'"),
		});
	});
});

it.each([
	['Number of what is no number', NaN],
	['text', '5 MB'],
	['a negative one', -1],
	['a fraction', 0.5],
])('a size that is no number (%s) is refused by the name of the parameter', async (_case, fileSize) => {
	const stored = await storeBinary(Buffer.from('Hello'), { fileName: 'hello.txt' });
	const place = {
		itemIndex: 0,
		values: {},
		context: {
			helpers: { assertBinaryData: () => stored, getBinaryMetadata: async () => ({ fileSize }) },
		} as never,
	};
	await expect(checkValue(inputBinaryField(), 'data', 'Input Binary Field', place)).rejects.toThrow(
		/^'Input Binary Field': n8n does not know the size/,
	);
});

it('the field for a file to come is a name, not a file', async () => {
	const output = { into: outputBinaryField };
	const given = { into: "={{ $('Input').item.binary.data }}" };
	await expect(valuesOf(output, given, { items: [itemOf(inMemory())] })).rejects.toThrow(
		"'Put Output File in Field': expected the name of a field, such as 'data'",
	);
});

describe("'File Name'", () => {
	const sandbox = useSandbox();

	it('names the file of a new job', async () => {
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'create',
				projectUid: byId(sandbox.seed.project.uid),
				targetLangs: ['de'],
				options: { fileName: '={{ $json.name }}' },
			},
			{ items: [itemOf(inMemory({ fileName: '' }), { name: 'příručka.md' })] },
		);
		expect(items.map(({ json }) => json.filename)).toEqual(['příručka.md']);
	});

	it('names the file of a file translation, and of what comes of it', async () => {
		const { items } = await runLanguageAi(
			sandbox,
			{
				resource: 'fileTranslation',
				operation: 'translate',
				sourceLang: byId('en'),
				targetLangs: ['cs'],
				options: { fileName: 'guide.md' },
			},
			{ items: [itemOf(inMemory({ fileName: 'other.txt' }))] },
		);
		expect(items.map(({ binary }) => binary?.data?.fileName)).toEqual([
			expect.stringMatching(/guide.*\.md$/),
		]);
	});

	it('can be left out', async () => {
		const { options } = await valuesOf({}, {}, { options: fileNameOption });
		expect(options).toEqual({});
	});
});
