import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { bearer, call, json, startReceiver, until, type Reply } from './client';
import { useSandbox } from '../support/useSandbox';

interface FileTranslation {
	uid: string;
	actions: Array<{ actionType: string; results: Array<{ targetLang: string; status: string }> }>;
	metadata: Record<string, unknown>;
}

/** A part of a multipart body: its headers and its bytes. */
interface Part {
	name: string;
	type: string;
	fileName?: string;
	content: string | Buffer;
}

const MIB = 1024 * 1024;

describe('Language AI', () => {
	const sandbox = useSandbox({ provokes: true, times: { fileImportMs: 0, mtMs: 0, qualityMs: 0 } });
	let headers: Record<string, string>;

	beforeEach(async () => {
		headers = await bearer(sandbox, sandbox.credentials.phraseLanguageAiApi.platformApiToken);
	});

	const metadata = (more: Record<string, unknown> = {}) => ({
		sourceLang: { code: 'en' },
		targetLangs: [{ code: 'cs' }, { code: 'de_at' }],
		actionTypes: ['QUALITY_ESTIMATION'],
		...more,
	});

	const post = (parts: Part[]): Promise<Reply> => {
		const boundary = 'sandbox-test-boundary';
		const chunks = parts.flatMap(({ name, type, fileName, content }) => [
			Buffer.from(
				`--${boundary}\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"` +
					`${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`,
			),
			Buffer.from(content),
			Buffer.from('\r\n'),
		]);
		return call('POST', `${sandbox.languageAiUrl}/v1/fileTranslations`, {
			headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
			body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
		});
	};

	const filePart = (fileName: string, content: string | Buffer): Part => ({
		name: 'file',
		type: 'application/octet-stream',
		fileName,
		content,
	});

	const metadataPart = (value: unknown): Part => ({
		name: 'metadata',
		type: 'application/json',
		content: JSON.stringify(value),
	});

	const get = async (uid: string): Promise<FileTranslation> =>
		json(
			await call('GET', `${sandbox.languageAiUrl}/v1/fileTranslations/${uid}`, { headers }),
		) as FileTranslation;

	const ended = (uid: string): Promise<FileTranslation> =>
		until(
			() => get(uid),
			({ actions }) => actions.every(({ results }) => results.every(({ status }) => status !== 'RUNNING')),
		);

	const result = (uid: string, actionType: string, language: string, accept = 'application/octet-stream') =>
		call('GET', `${sandbox.languageAiUrl}/v1/fileTranslations/${uid}/${actionType}/${language}`, {
			headers: { ...headers, accept },
		});

	it('translates a file into several languages and scores it', async () => {
		const created = await post([filePart('a.txt', 'Hello\n'), metadataPart(metadata())]);
		expect(created.status).toBe(200);
		const { uid } = json(created) as FileTranslation;
		const { actions } = await ended(uid);
		expect(actions.map(({ actionType }) => actionType)).toContain('QUALITY_ESTIMATION');
		expect(actions.flatMap(({ results }) => results.map(({ status }) => status))).not.toContain('ERROR');

		const file = await result(uid, 'MT_GENERIC_PRETRANSLATE', 'de_at');
		expect(file.text).toBe('[de_at] Hello\n');
		const facts = await sandbox.fileTranslation(uid);
		expect(facts.targets.de_at?.sha256).toBe(createHash('sha256').update(file.text).digest('hex'));
		const score = await result(uid, 'QUALITY_ESTIMATION', 'cs', 'application/json');
		expect(json(score)).toEqual({ score: facts.scores.cs });
		expect((await result(uid, 'FILE_IMPORT', 'cs')).text).toBe('Hello\n');
		expect((await result(uid, 'QUALITY_ESTIMATION', 'cs')).status).toBe(415);
		expect((await result(uid, 'MT_GENERIC_PRETRANSLATE', 'fr')).status).toBe(404);
	});

	it('sums an upload that is larger than what it keeps', async () => {
		const content = Buffer.alloc(3 * MIB, 'phrase');
		const { uid } = json(
			await post([filePart('b.bin', content), metadataPart(metadata())]),
		) as FileTranslation;
		const { source } = await sandbox.fileTranslation(uid);
		expect(source).toEqual({
			name: 'b.bin',
			size: content.length,
			sha256: createHash('sha256').update(content).digest('hex'),
		});
	});

	it('takes the metadata as a file part before the file too', async () => {
		const part = { ...metadataPart(metadata()), fileName: 'metadata.json' };
		expect((await post([part, filePart('a.txt', 'Hello')])).status).toBe(200);
	});

	it.each<[string, (good: Part[]) => Part[], string]>([
		[
			'metadata that is not application/json',
			([file, meta]) => [file, { ...meta, type: 'text/plain' }] as Part[],
			'application/json',
		],
		[
			'a file that is not octet-stream',
			([file, meta]) => [{ ...file, type: 'text/plain' }, meta] as Part[],
			'part file must be',
		],
		['no file', ([, meta]) => [meta] as Part[], 'file'],
		['no metadata', ([file]) => [file] as Part[], 'metadata'],
		[
			'a part that it does not know',
			([file, meta]) => [file, meta, { ...meta, name: 'more' }] as Part[],
			'part more is unknown',
		],
	])('refuses %s', async (_what, spoil, why) => {
		const reply = await post(spoil([filePart('a.txt', 'Hello'), metadataPart(metadata())]));
		expect(reply.status).toBe(400);
		expect((json(reply) as { detail: string }).detail).toContain(why);
		expect(sandbox.counters().contractViolations).toBe(1);
	});

	it.each([
		['no target language', { targetLangs: [] }],
		['the same language twice', { targetLangs: [{ code: 'cs' }, { code: 'cs' }] }],
		['a language code in the wrong form', { targetLangs: [{ code: 'cs-CZ' }] }],
		['an unknown profile', { mtSettings: { usePhraseMTSettings: true, profile: { uid: 'nope' } } }],
	])('refuses %s', async (_what, wrong) => {
		expect((await post([filePart('a.txt', 'Hello'), metadataPart(metadata(wrong))])).status).toBe(400);
	});

	it('ends in ERROR, and tells the callback once', async () => {
		const receiver = await startReceiver();
		const { uid } = json(
			await post([filePart('fail-mt.txt', 'Hello'), metadataPart(metadata({ callbackUrl: receiver.url }))]),
		) as FileTranslation;
		const statuses = (await ended(uid)).actions.map(({ results }) => results[0]?.status);
		expect(statuses).toEqual(['OK', 'OK', 'ERROR', 'ERROR']);
		expect((await result(uid, 'MT_GENERIC_PRETRANSLATE', 'cs')).status).toBe(400);
		const [body] = await until(
			() => receiver.received,
			({ length }) => length > 0,
		);
		expect(body).toEqual(await get(uid));
		await receiver.close();
	});

	it('deletes files at the end of their life', async () => {
		sandbox.configure({ times: { mtMs: 60_000 } });
		const { uid } = json(
			await post([filePart('a.txt', 'Hello'), metadataPart(metadata())]),
		) as FileTranslation;
		expect((await result(uid, 'MT_GENERIC_PRETRANSLATE', 'cs')).status).toBe(404);
		sandbox.configure({ fileLifeMs: 0 });
		const gone = await result(uid, 'MT_GENERIC_PRETRANSLATE', 'cs');
		expect(gone.status).toBe(410);
		expect(json(gone)).toMatchObject({ status: 410, title: 'Gone', detail: expect.any(String) });
		expect(gone.headers['memsource-action-id']).toEqual(expect.any(String));
	});

	it('translates up to six texts', async () => {
		const translate = (body: Record<string, unknown>) =>
			call('POST', `${sandbox.languageAiUrl}/v2/textTranslations`, { headers, json: body });
		const texts = (count: number) =>
			Array.from({ length: count }, (_, i) => ({ key: `k${i}`, source: `Text ${i}` }));
		const body = {
			sourceTexts: texts(6),
			sourceLang: { code: 'en' },
			targetLang: { code: 'cs' },
			consumerId: 'TEST',
		};
		const { translatedTexts } = json(await translate(body)) as { translatedTexts: unknown[] };
		expect(translatedTexts).toHaveLength(6);
		expect(translatedTexts[5]).toEqual({ key: 'k5', target: '[cs] Text 5' });
		expect((await translate({ ...body, sourceTexts: texts(7) })).status).toBe(400);
		expect((await translate({ ...body, consumerId: 'x'.repeat(51) })).status).toBe(400);
		expect((await translate({ ...body, sourceTexts: texts(1), sourceLang: undefined })).status).toBe(400);
	});

	it('survives an upload that breaks off', async () => {
		await new Promise<void>((resolve) => {
			const upload = request(`${sandbox.languageAiUrl}/v1/fileTranslations`, {
				method: 'POST',
				headers: {
					...headers,
					'content-type': 'multipart/form-data; boundary=b',
					'content-length': 1_000_000,
				},
			});
			upload.on('error', () => resolve());
			upload.write(
				`--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc`,
				() => upload.destroy(new Error('gone')),
			);
		});
		await until(
			() => sandbox.requests().at(-1),
			(last) => last?.status !== undefined,
		);
		expect((await post([filePart('a.txt', 'Hello'), metadataPart(metadata())])).status).toBe(200);
	});

	it('refuses a multipart body that has no end', async () => {
		const reply = await call('POST', `${sandbox.languageAiUrl}/v1/fileTranslations`, {
			headers: { ...headers, 'content-type': 'multipart/form-data; boundary=b' },
			body: '--b\r\nContent-Disposition: form-data; name="metadata"\r\n\r\n{}',
		});
		expect(reply.status).toBe(400);
		expect((json(reply) as { detail: string }).detail).toContain('multipart body is broken');
	});
});
