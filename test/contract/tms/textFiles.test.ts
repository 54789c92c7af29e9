import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { readBinary, runNode, storeBinary } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { hurry } from '../../support/hurry';
import { ScriptedPhrase } from '../../support/phrase';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

hurry();

const run = async (parameters: INodeParameters, setup = {}) =>
	(
		await runTms(
			sandbox,
			{ resource: 'job', projectUid: byId(sandbox.seed.project.uid), ...parameters },
			setup,
		)
	).items;

const sandbox = useSandbox();

const TEXT = { fileFrom: 'text', fileName: 'příručka.md', text: '  # Příručka 😀\n\nText.\n' };

describe('text in', () => {
	it('is a file for Phrase, to the last byte', async () => {
		const [created] = await run({ operation: 'create', targetLangs: ['de'], ...TEXT });
		expect(created?.json).toMatchObject({ filename: TEXT.fileName, importStatus: { status: 'OK' } });
		const jobUid = byId(String(created?.json.jobUid));
		const [original] = await run({ operation: 'downloadOriginalFile', jobUid });
		expect(await readBinary(original?.binary?.data)).toEqual(Buffer.from(TEXT.text));
	});

	it.each([
		['updateSource', 'UPDATE_SOURCE'],
		['updateTarget', 'UPDATE_TARGET'],
	])('is what %s takes', async (operation, action) => {
		const [job] = sandbox.createJobs({ names: ['a.md'] });
		const uids = { jobUid: byId(job?.uid ?? ''), jobUids: job?.uid ?? '' };
		const [item] = await run({ operation, ...uids, ...TEXT });
		expect(item?.json).toMatchObject({ asyncRequest: { action } });
	});

	it.each([
		[{ text: '' }, "'Text': must not be empty"],
		[{ text: '={{ ({ a: 1 }) }}' }, "'Text': expected text, not an object"],
		[{ fileName: ' ' }, "'File Name': must not be empty"],
	])('sends nothing for %j', async (more, message) => {
		const error = await thrownBy(run({ operation: 'create', targetLangs: ['de'], ...TEXT, ...more }));
		expect((error as Error).message).toContain(message);
		expect(sandbox.requests()).toEqual([]);
	});

	it('leaves the option File Name to binary fields', async () => {
		const data = await storeBinary(Buffer.from('A.'), { fileName: 'a.txt' });
		const create = { operation: 'create', targetLangs: ['de'], options: { fileName: 'b.txt' } };
		const [fromField] = await run(create, { items: [{ json: {}, binary: { data } }] });
		expect(fromField?.json.filename).toBe('b.txt');
		const [fromText] = await run({ ...create, ...TEXT });
		expect(fromText?.json.filename).toBe(TEXT.fileName);
	});
});

describe('text out', () => {
	it('goes through a translation elsewhere as text alone', async () => {
		const [job] = sandbox.createJobs({ names: ['a.txt'] });
		const [file] = await run({
			operation: 'downloadBilingualFile',
			jobUids: job?.uid ?? '',
			fileInto: 'text',
		});
		expect(file).not.toHaveProperty('binary');
		const translated = String(file?.json.text).replace(/<target>[^<]*/, '<target>Ein Text.');
		const upload = { fileFrom: 'text', fileName: String(file?.json.fileName), text: translated };
		const [uploaded] = await run({ operation: 'uploadBilingualFile', ...upload });
		expect(uploaded?.json.jobUid).toBe(job?.uid);
		const jobUid = byId(job?.uid ?? '');
		const [target] = await run({ operation: 'downloadTargetFile', jobUid, fileInto: 'text' });
		expect(target?.json).toMatchObject({ fileName: 'a.txt', text: 'Ein Text.\n' });
		expect(target).not.toHaveProperty('binary');
	});

	it('is refused for a file that is too large, which is exported once', async () => {
		const [job] = sandbox.createJobs({ names: ['big.bin'], sizeBytes: 1024 * 1024 + 1 });
		const parameters = { operation: 'downloadTargetFile', jobUid: byId(job?.uid ?? ''), fileInto: 'text' };
		const error = (await thrownBy(run(parameters))) as NodeApiError;
		expect(error.message).toContain("The file 'big.bin' has more than 1 MiB");
		expect(error.description).toContain("Set 'Output File' to 'Binary Field'");
		expect(sandbox.counters().byOperation.completedFileV3).toBe(1);
	});
});

describe('the text of a file', () => {
	let answer: { type?: string; bytes: Buffer };
	let phrase: ScriptedPhrase;

	beforeAll(async () => {
		phrase = await ScriptedPhrase.start((response) =>
			response
				.writeHead(200, {
					'content-disposition': 'attachment; filename="file.txt"',
					'content-type': answer.type ?? 'application/octet-stream',
				})
				.end(answer.bytes),
		);
	});

	afterAll(async () => await phrase.close());

	const textOf = async (bytes: Buffer, type?: string) => {
		answer = { bytes, type };
		const parameters = { operation: 'downloadOriginalFile', jobUid: byId('j'), fileInto: 'text' };
		const [item] = await run(parameters, { credentials: { phraseTmsApi: phrase.credential() } });
		return item?.json.text;
	};

	const XML = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
	const HTML = '<html><head><meta charset="windows-1252"></head>“é”</html>';

	it.each<[string, Buffer, string | undefined, string]>([
		['UTF-8', Buffer.from('é😀'), undefined, 'é😀'],
		['a mark for UTF-8', Buffer.from('\ufeffé'), undefined, 'é'],
		['a mark for UTF-16', Buffer.from('\ufeffé', 'utf16le'), undefined, 'é'],
		['a mark for UTF-16, turned around', Buffer.from('\ufeffé', 'utf16le').swap16(), undefined, 'é'],
		['a header', Buffer.from('é', 'latin1'), 'text/plain; charset=iso-8859-1', 'é'],
		['a declaration of XML', Buffer.from(XML, 'latin1'), undefined, XML],
		[
			'a declaration of HTML',
			Buffer.from(HTML.replace('“', '\x93').replace('”', '\x94'), 'latin1'),
			undefined,
			HTML,
		],
	])('is read by %s', async (_what, bytes, type, text) => {
		expect(await textOf(bytes, type)).toBe(text);
	});

	it.each<[string, Buffer, string | undefined]>([
		['bytes that are no UTF-8', Buffer.from([0x61, 0xff]), undefined],
		['a ZIP archive', Buffer.from('PK\x03\x04\x00\x00'), undefined],
		['an encoding that nobody knows', Buffer.from('a'), 'text/plain; charset=klingon'],
	])('is refused for %s', async (_what, bytes, type) => {
		const error = (await thrownBy(textOf(bytes, type))) as NodeApiError;
		expect(error.message).toContain("The file 'file.txt' is no text in");
		expect(error.description).toContain("Set 'Output File' to 'Binary Field'");
	});
});

describe('an AI agent', () => {
	it('sends and gets text without setting anything', async () => {
		const tool = new PhraseTms();
		tool.description = { ...tool.description, name: 'phraseTmsTool' };
		const asTool = async (parameters: INodeParameters) => {
			const credentials = { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } };
			const all = { authentication: 'phraseTmsApi', resource: 'job', ...parameters };
			return (await runNode(tool, { parameters: all, credentials })).items[0]?.json;
		};
		const { fileFrom: _byDefault, ...text } = TEXT;
		const projectUid = byId(sandbox.seed.project.uid);
		const created = await asTool({ operation: 'create', projectUid, targetLangs: ['de'], ...text });
		const jobUid = byId(String(created?.jobUid));
		const target = await asTool({ operation: 'downloadTargetFile', projectUid, jobUid });
		expect(target).toMatchObject({ fileName: TEXT.fileName, text: expect.stringContaining('[de]') });
	});
});
