import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { home, readBinary, runNode } from '../../n8n/inProcess';
import { ScriptedPhrase, type Script } from '../support/phrase';
import { json } from '../support/server';
import { byId } from '../support/tms';

let phrase: ScriptedPhrase;
let scripts: Script[];

beforeEach(async () => {
	scripts = [];
	phrase = await ScriptedPhrase.start((response, request) => {
		const next = scripts.shift();
		if (next === undefined) throw new Error(`Nobody expected ${request.method} ${request.path}`);
		next(response, request);
	});
});

afterEach(async () => await phrase.close());

const run = async (operation: string, more = {}) =>
	await runNode(new PhraseTms(), {
		credentials: { phraseTmsApi: phrase.credential() },
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'connector',
			operation,
			connectorId: byId('1'),
			folder: 'Zm9sZGVy',
			file: 'Z3VpZGU',
			downloadTaskId: '7',
			...more,
		},
	});

const download = async () => (await run('downloadPreparedFile')).items[0];

const answer =
	(status: number, headers: Record<string, string>, body: string | Buffer = ''): Script =>
	(response) =>
		response.writeHead(status, headers).end(body);

const attached = { 'content-disposition': 'attachment; filename="guide.md"' };
const page = answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>Sign in</html>');
const empty = answer(200, { ...attached, 'content-type': 'application/octet-stream' });
const nothing = answer(204, attached);
const emptyGzip = answer(200, { ...attached, 'content-encoding': 'gzip' }, gzipSync(''));
const file = answer(200, attached, '# Guide\n');

it('asks for any kind of file', async () => {
	scripts = [file];
	expect(await readBinary((await download())?.binary?.data)).toEqual(Buffer.from('# Guide\n'));
	expect(phrase.requests[0]?.headers.accept).toBe('application/octet-stream, */*;q=0.8');
});

it.each([
	['204', nothing],
	['no bytes', empty],
	['compressed nothing', emptyGzip],
])('%s in place of a file is no file, and is asked for again', async (_name, answered) => {
	scripts = [answered, file];
	expect(await readBinary((await download())?.binary?.data)).toEqual(Buffer.from('# Guide\n'));

	scripts = [answered, answered, answered];
	await expect(download()).rejects.toThrow('Phrase sent no bytes in place of the file');
});

it('a web page in place of a file is no file', async () => {
	scripts = [page];
	await expect(download()).rejects.toThrow('A web page came in place of the file');
	expect(phrase.requests).toHaveLength(1);
});

it('a file that is HTML is a file', async () => {
	const headers = { 'content-type': 'text/html', 'content-disposition': 'attachment; filename="a.html"' };
	scripts = [answer(200, headers, '<html>Guide</html>')];
	expect(await download()).toMatchObject({ binary: { data: { fileName: 'a.html', mimeType: 'text/html' } } });
});

it.each([
	['204', nothing],
	['no bytes', empty],
])('%s is nothing prepared yet', async (_name, answered) => {
	scripts = [answered, file];
	expect((await run('waitForFile')).items[0]?.json).toMatchObject({ downloadTaskId: '7' });
	expect(phrase.requests).toHaveLength(2);
});

it('a web page is nothing prepared, and ends the wait', async () => {
	scripts = [page];
	await expect(run('waitForFile')).rejects.toThrow('A web page came in place of the file');
	expect(phrase.requests).toHaveLength(1);
});

describe('a file that n8n cannot store', () => {
	const place = join(home, 'binaryData', 'workflows');

	beforeEach(() => {
		rmSync(place, { recursive: true, force: true });
		writeFileSync(place, '');
	});

	afterEach(() => rmSync(place));

	it('is an error of this side, and is downloaded once', async () => {
		scripts = [file];
		await expect(download()).rejects.toMatchObject({
			message: "n8n could not store the file 'guide.md'",
			description: expect.stringMatching(/where n8n stores binary data.*\[ENOTDIR/) as string,
		});
		expect(phrase.requests).toHaveLength(1);
	});

	it('is exported once', async () => {
		const exported: Script = (response) =>
			json(response, 200, {
				id: 'a1',
				action: 'EXPORT',
				asyncResponse: { dateCreated: '2030-01-01T00:00:00Z' },
			});
		scripts = [exported, file];
		const job = {
			resource: 'job',
			projectUid: byId('p'),
			jobUid: byId('j'),
			asyncRequestId: 'a1',
		};
		await expect(run('downloadTargetFileByAsyncRequest', job)).rejects.toThrow(
			'n8n could not store the file',
		);
		expect(phrase.requests.map(({ method }) => method)).not.toContain('PUT');
	});
});
