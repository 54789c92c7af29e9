import { createHash } from 'node:crypto';
import { NodeApiError, NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { asText } from '../../../core/http/read';
import { languageAiCredentials, runLanguageAi } from '../../support/languageAi';
import { until } from '../../../n8n/until';
import { hashBinary, readBinary, storeBinary } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { byId } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const HOUR_MS = 60 * 60 * 1000;
const ODD_NAME = 'Příručka – "指南" (2).md';

const sandbox = useSandbox();

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** A text file as an input item. */
async function textFile(fileName = 'guide.md', text = `# ${fileName}\n`): Promise<INodeExecutionData> {
	const data = await storeBinary(Buffer.from(text), { fileName, mimeType: 'text/plain' });
	return { json: {}, binary: { data } };
}

const fileTranslation = (operation: string, more = {}) => ({
	resource: 'fileTranslation',
	operation,
	...more,
});

const upload = (operation: string, more = {}) =>
	fileTranslation(operation, { sourceLang: byId('en'), targetLangs: ['cs', 'pt_br'], ...more });

/** What the sandbox knows of a file translation. */
const facts = async (uid: unknown) => await sandbox.fileTranslation(asText(uid) ?? '');

/** Creates a file translation, and gives what came out. */
async function created(item: INodeExecutionData, more = {}): Promise<IDataObject> {
	const { items } = await runLanguageAi(sandbox, upload('create', more), { items: [item] });
	return items[0]?.json ?? {};
}

async function waitFor(fileTranslationUid: unknown) {
	return await runLanguageAi(sandbox, fileTranslation('wait', { fileTranslationUid }));
}

/** The JSON of an item that stands for a failure, with what else `error` holds. */
const errorItem = (more: object) => ({
	error: {
		message: expect.any(String),
		description: expect.any(String),
		httpCode: null,
		errorCode: null,
		actionId: null,
		...more,
	},
});

describe('fileTranslation: create', () => {
	it('uploads the bytes under their name, and says how long the results live', async () => {
		const before = Date.now();
		const json = await created(await textFile(ODD_NAME, 'Welcome\n'));
		expect(json).toMatchObject({
			fileTranslationUid: json.uid,
			fileName: ODD_NAME,
			sourceLang: 'en',
			targetLangs: ['cs', 'pt_br'],
			actions: expect.any(Array),
		});
		const { source } = await facts(json.uid);
		expect(source).toEqual({ name: ODD_NAME, size: 8, sha256: sha256('Welcome\n') });
		const expiresAt = Date.parse(asText(json.expiresAt) ?? '');
		expect(expiresAt).toBeGreaterThanOrEqual(before + 24 * HOUR_MS);
		expect(expiresAt).toBeLessThanOrEqual(Date.now() + 24 * HOUR_MS);
	});

	it('sends actions, profile and translation memories as Phrase wants them', async () => {
		const { profile } = sandbox.seed;
		const memory = { targetLang: 'cs', transMemoryUid: 'tm1', tmSourceLang: 'en_gb', tmTargetLang: 'cs_cz' };
		const json = await created(await textFile(), {
			actionTypes: ['FILE_IMPORT', 'CONVERTER_IMPORT', 'MT_GENERIC_PRETRANSLATE', 'QUALITY_ESTIMATION'],
			profileUid: byId(profile.uid),
			options: {
				translationMemories: {
					row: [memory, { targetLang: 'pt_br', transMemoryUid: 'tm2' }, { ...memory, transMemoryUid: 'tm3' }],
				},
			},
		});
		const locales = { tmSourceLocale: { code: 'en_gb' }, tmTargetLocale: { code: 'cs_cz' } };
		expect((await facts(json.uid)).metadata).toEqual({
			sourceLang: { code: 'en' },
			targetLangs: [{ code: 'cs' }, { code: 'pt_br' }],
			actionTypes: ['FILE_IMPORT', 'CONVERTER_IMPORT', 'MT_GENERIC_PRETRANSLATE', 'QUALITY_ESTIMATION'],
			mtSettings: { usePhraseMTSettings: true, profile: { uid: profile.uid } },
			transMemoriesConfig: [
				{
					targetLang: { code: 'cs' },
					transMemories: [
						{ transMemory: { uid: 'tm1' }, ...locales },
						{ transMemory: { uid: 'tm3' }, ...locales },
					],
				},
				{ targetLang: { code: 'pt_br' }, transMemories: [{ transMemory: { uid: 'tm2' } }] },
			],
		});
	});

	it('takes languages with commas from an expression, each once', async () => {
		const json = await created(await textFile(), { targetLangs: '={{ "de, fr,de" }}' });
		expect(json.targetLangs).toEqual(['de', 'fr']);
	});

	it('gives Phrase another URL as it is, and a trigger one with a signed context', async () => {
		const url = 'http://127.0.0.1:9/callback?a=b';
		const other = await created(await textFile(), {
			notify: 'url',
			callbackUrl: url,
			simplify: false,
		});
		expect(other.metadata).toMatchObject({ callbackUrl: url });
		const { items } = await runLanguageAi(
			sandbox,
			upload('create', { notify: 'callbackTrigger', triggerUrl: url, simplify: false }),
			{
				items: [await textFile()],
				credentials: languageAiCredentials(sandbox, { callbackSigningSecret: 'secret' }),
			},
		);
		const { callbackUrl } = items[0]?.json.metadata as { callbackUrl: string };
		const query = new URL(callbackUrl).searchParams;
		expect([...query.keys()]).toEqual(['a', 'phraseContext', 'phraseSignature']);
		const context = JSON.parse(
			Buffer.from(query.get('phraseContext') ?? '', 'base64url').toString(),
		) as object;
		expect(context).toMatchObject({ context: { kind: 'fileTranslation' } });
	});

	it('creates once, however often Phrase says that it is too busy', async () => {
		sandbox.fault({ match: { path: 'fileTranslations$', times: 2 }, do: { status: 503, retryAfter: 0 } });
		const json = await created(await textFile('guide.md', 'Welcome\n'));
		const { source } = await facts(json.uid);
		expect(source.sha256).toBe(sha256('Welcome\n'));
		const statuses = sandbox
			.requests()
			.filter(({ operationId }) => operationId === 'createFileTranslation')
			.map(({ status }) => status);
		expect(statuses).toEqual([503, 503, 200]);
	});

	it.each([
		['Source Language', { sourceLang: byId('') }],
		['Source Language', { sourceLang: byId('US English') }],
		['Target Language Names or IDs', { targetLangs: [] }],
		['Target Language Names or IDs', { targetLangs: ['cs', 'Brazilian'] }],
		['Actions', { actionTypes: [] }],
		['Actions', { actionTypes: ['TRANSLATE'] }],
		['Trigger URL', { notify: 'callbackTrigger', triggerUrl: 'n8n.example.com' }],
		[
			'Translation Memories',
			{ options: { translationMemories: { row: [{ targetLang: 'cs', transMemoryUid: '' }] } } },
		],
		[
			'Translation Memories',
			{ options: { translationMemories: { row: [{ targetLang: 'de', transMemoryUid: 'tm1' }] } } },
		],
	])('names %s when it cannot be used (%j), and sends nothing', async (displayName, more) => {
		const error = await thrownBy(
			runLanguageAi(sandbox, upload('create', more), { items: [await textFile()] }),
		);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect((error as NodeOperationError).message).toContain(`'${displayName}'`);
		expect(sandbox.requests()).toEqual([]);
	});

	it('names the binary field that an item lacks, and sends nothing', async () => {
		const error = await thrownBy(runLanguageAi(sandbox, upload('create'), { items: [{ json: {} }] }));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(`${(error as NodeOperationError).message} ${(error as NodeOperationError).description}`).toContain(
			"'data'",
		);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('fileTranslation: get', () => {
	it('gives the state of each action into each language', async () => {
		const { uid } = await created(await textFile());
		const { items } = await runLanguageAi(sandbox, fileTranslation('get', { fileTranslationUid: uid }));
		expect(items).toEqual([
			{
				json: {
					fileTranslationUid: uid,
					ended: false,
					uid,
					sourceLang: 'en',
					targetLangs: ['cs', 'pt_br'],
					actions: expect.arrayContaining([
						{
							actionType: 'MT_GENERIC_PRETRANSLATE',
							results: [
								expect.objectContaining({ targetLang: 'cs' }),
								expect.objectContaining({ targetLang: 'pt_br' }),
							],
						},
					]),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([404, 410])(
		'explains what HTTP %i means: 24 hours are over, or the UID is wrong',
		async (status) => {
			sandbox.fault({ match: { path: 'fileTranslations/u1' }, do: { status } });
			const error = await thrownBy(
				runLanguageAi(sandbox, fileTranslation('get', { fileTranslationUid: 'u1' })),
			);
			expect(error).toBeInstanceOf(NodeApiError);
			expect((error as NodeApiError).message).toContain('u1');
			expect((error as NodeApiError).httpCode).toBe(String(status));
			expect((error as NodeApiError).description).toMatch(
				/24 hours after their upload.*Memsource-Action-Id/s,
			);
		},
	);

	it('gives an error item for a file translation whose life is over', async () => {
		const { uid } = await created(await textFile());
		sandbox.configure({ fileLifeMs: 1 });
		const { items } = await runLanguageAi(sandbox, fileTranslation('get', { fileTranslationUid: uid }), {
			continueOnFail: true,
		});
		expect(items).toEqual([
			{
				json: errorItem({
					description: expect.stringContaining('24 hours'),
					httpCode: 410,
					actionId: expect.any(String),
				}),
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each(['', '={{ $json.noSuchMember }}'])('asks for the UID (%j), and sends nothing', async (uid) => {
		const error = await thrownBy(runLanguageAi(sandbox, fileTranslation('get', { fileTranslationUid: uid })));
		expect((error as NodeOperationError).message).toContain("'File Translation UID'");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('fileTranslation: wait', () => {
	it('goes on when all actions into all languages are OK', async () => {
		const { uid } = await created(await textFile(), { actionTypes: ['QUALITY_ESTIMATION'] });
		const { items } = await waitFor(uid);
		expect(items[0]?.json).toMatchObject({ fileTranslationUid: uid, uid });
		const actions = items[0]?.json.actions as Array<{ results: Array<{ status: string }> }>;
		expect(actions.flatMap(({ results }) => results.map(({ status }) => status))).toEqual(
			Array.from({ length: 8 }, () => 'OK'),
		);
	});

	it('names the action and the language that failed, and those that can still be collected', async () => {
		const { uid } = await created(await textFile('fail-mt-cs.md'));
		const error = (await thrownBy(waitFor(uid))) as NodeApiError;
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toContain('MT_GENERIC_PRETRANSLATE into cs');
		expect(error.message).not.toContain('pt_br');
		expect(error.description).toContain('pt_br');
	});

	it('says that the work goes on when the time limit is over', async () => {
		sandbox.configure({ times: { mtMs: 60_000 } });
		const { uid } = await created(await textFile());
		const error = (await thrownBy(
			runLanguageAi(sandbox, fileTranslation('wait', { fileTranslationUid: uid, options: { timeLimit: 0 } })),
		)) as NodeApiError;
		expect(error.message).toMatch(new RegExp(`${asText(uid)}.*still running`));
		expect(error.description).toContain("'Time Limit'");
	});

	it('stops at once when the execution is stopped', async () => {
		sandbox.configure({ times: { mtMs: 60_000 } });
		const { uid } = await created(await textFile());
		const looks = () => sandbox.requests().filter(({ path }) => path.endsWith(`/${asText(uid)}`)).length;
		const stop = new AbortController();
		const run = thrownBy(
			runLanguageAi(sandbox, fileTranslation('wait', { fileTranslationUid: uid }), { signal: stop.signal }),
		);
		await until('the node has looked twice', 10_000, () => (looks() > 1 ? true : undefined));
		stop.abort(new Error('stopped by the user'));
		expect(((await run) as Error).message).toContain('stopped by the user');
	});
});

describe('fileTranslation: getResult', () => {
	const getResult = (fileTranslationUid: unknown, more = {}) =>
		fileTranslation('getResult', { fileTranslationUid, targetLang: byId('cs'), ...more });

	it('puts the translated file in the binary field, under its name', async () => {
		const { uid } = await created(await textFile(ODD_NAME));
		await waitFor(uid);
		const { items } = await runLanguageAi(sandbox, getResult(uid, { binaryPropertyName: 'translated' }));
		const { targets } = await facts(uid);
		expect(items[0]?.json).toEqual({
			fileTranslationUid: uid,
			targetLang: 'cs',
			actionType: 'MT_GENERIC_PRETRANSLATE',
			fileName: ODD_NAME,
		});
		expect(await hashBinary(items[0]?.binary?.translated)).toBe(targets.cs?.sha256);
	});

	it('gives the file of another action', async () => {
		const { uid } = await created(await textFile('guide.md', 'Welcome\n'));
		await waitFor(uid);
		const { items } = await runLanguageAi(sandbox, getResult(uid, { actionType: 'FILE_IMPORT' }));
		expect(String(await readBinary(items[0]?.binary?.data))).toBe('Welcome\n');
	});

	it('gives the quality score', async () => {
		const { uid } = await created(await textFile(), { actionTypes: ['QUALITY_ESTIMATION'] });
		await waitFor(uid);
		const { items } = await runLanguageAi(sandbox, getResult(uid, { result: 'score' }));
		const { scores } = await facts(uid);
		expect(items).toEqual([
			{
				json: { fileTranslationUid: uid, targetLang: 'cs', score: scores.cs, passed: expect.any(Boolean) },
				pairedItem: { item: 0 },
			},
		]);
	});

	it('begins anew when a download breaks off', async () => {
		const { uid } = await created(await textFile('guide.md', 'Welcome\n'.repeat(100_000)));
		await waitFor(uid);
		sandbox.fault({ match: { path: 'MT_GENERIC_PRETRANSLATE', nth: 1 }, do: { cut: 0.5 } });
		const { items } = await runLanguageAi(sandbox, getResult(uid));
		const { targets } = await facts(uid);
		expect(await hashBinary(items[0]?.binary?.data)).toBe(targets.cs?.sha256);
	});

	it('says that a result may be gone, or in a language that nobody asked for', async () => {
		const { uid } = await created(await textFile());
		await waitFor(uid);
		const error = (await thrownBy(
			runLanguageAi(sandbox, getResult(uid, { targetLang: byId('ja') })),
		)) as NodeApiError;
		expect(error.description).toMatch(/24 hours.*asked for the action in this language/s);
	});

	it('asks for the language, and sends nothing', async () => {
		const error = (await thrownBy(
			runLanguageAi(sandbox, getResult('u1', { targetLang: byId('') })),
		)) as NodeOperationError;
		expect(error.message).toContain("'Target Language'");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('fileTranslation: translate', () => {
	it('gives an item for each language with its file, in the order of the languages', async () => {
		const input = [await textFile(ODD_NAME), await textFile('other.txt', 'Other\n')];
		const { items } = await runLanguageAi(
			sandbox,
			upload('translate', { outputBinaryPropertyName: 'translated' }),
			{ items: input },
		);
		expect(items.map(({ json, pairedItem }) => [json.targetLang, json.fileName, pairedItem])).toEqual([
			['cs', ODD_NAME, { item: 0 }],
			['pt_br', ODD_NAME, { item: 0 }],
			['cs', 'other.txt', { item: 1 }],
			['pt_br', 'other.txt', { item: 1 }],
		]);
		for (const { json, binary } of items) {
			const { targets } = await facts(json.uid);
			expect(await hashBinary(binary?.translated)).toBe(targets[asText(json.targetLang) ?? '']?.sha256);
			expect(json).not.toHaveProperty('score');
			expect(json).toMatchObject({
				fileTranslationUid: json.uid,
				sourceLang: 'en',
				expiresAt: expect.stringMatching(/Z$/),
			});
		}
	});

	it('gives the quality score of each language when asked', async () => {
		const { items } = await runLanguageAi(sandbox, upload('translate', { qualityScore: true }), {
			items: [await textFile()],
		});
		const { scores, metadata } = await facts(items[0]?.json.uid);
		expect(items.map(({ json }) => json.score)).toEqual([scores.cs, scores.pt_br]);
		expect(metadata).toMatchObject({ actionTypes: ['MT_GENERIC_PRETRANSLATE', 'QUALITY_ESTIMATION'] });
	});

	it('gives the other languages when one fails and the node is set to continue', async () => {
		const { items } = await runLanguageAi(sandbox, upload('translate', { targetLangs: ['cs', 'de', 'fr'] }), {
			items: [await textFile('fail-mt-de.md')],
			continueOnFail: true,
		});
		expect(items.map(({ binary }) => binary !== undefined)).toEqual([true, false, true]);
		const { uid } = items[0]?.json ?? {};
		expect(items[1]).toEqual({
			json: errorItem({
				message: expect.stringContaining('MT_GENERIC_PRETRANSLATE into de'),
				fileTranslationUid: uid,
				uid,
				sourceLang: 'en',
				targetLang: 'de',
			}),
			pairedItem: { item: 0 },
		});
	});

	it('says what failed and how to collect the rest when the node stops', async () => {
		const error = (await thrownBy(
			runLanguageAi(sandbox, upload('translate', { targetLangs: ['cs', 'de', 'fr'] }), {
				items: [await textFile('fail-mt-de.md')],
			}),
		)) as NodeApiError;
		expect(error.message).toContain('MT_GENERIC_PRETRANSLATE into de');
		expect(error.description).toMatch(/'Get Result' still collects cs, fr/);
		const uid = /fileTranslationUid: ([^,\s]+)/.exec(error.description ?? '')?.[1] ?? '';
		expect((await sandbox.fileTranslation(uid)).source.name).toBe('fail-mt-de.md');
	});

	it('keeps a translation whose quality could not be estimated, and says so', async () => {
		const { items } = await runLanguageAi(sandbox, upload('translate', { qualityScore: true }), {
			items: [await textFile('fail-quality-cs.md')],
		});
		expect(items.map(({ json, binary }) => [json.score, json.scoreError, binary !== undefined])).toEqual([
			[null, 'QUALITY_ESTIMATION ended in ERROR', true],
			[expect.any(Number), undefined, true],
		]);
	});

	it('gives a language whose file cannot be collected as an error item beside the others', async () => {
		sandbox.fault({ match: { path: 'MT_GENERIC_PRETRANSLATE/cs' }, do: { status: 410 } });
		const { items } = await runLanguageAi(sandbox, upload('translate'), {
			items: [await textFile()],
			continueOnFail: true,
		});
		expect(items[0]?.json).toEqual(
			errorItem({
				description: expect.stringContaining('24 hours'),
				httpCode: 410,
				actionId: expect.any(String),
				fileTranslationUid: items[1]?.json.uid,
				uid: items[1]?.json.uid,
				sourceLang: 'en',
				targetLang: 'cs',
			}),
		);
		expect(items[1]?.json.targetLang).toBe('pt_br');
	});

	it('names the file translation when the time limit is over, so that nothing is lost', async () => {
		sandbox.configure({ times: { mtMs: 60_000 } });
		const error = (await thrownBy(
			runLanguageAi(sandbox, upload('translate', { options: { timeLimit: 0 } }), {
				items: [await textFile()],
			}),
		)) as NodeApiError;
		const uid = /fileTranslationUid: ([^,\s]+)/.exec(error.description ?? '')?.[1] ?? '';
		expect((await sandbox.fileTranslation(uid)).source.name).toBe('guide.md');
	});

	it('names the file translation when Phrase refuses to tell its state', async () => {
		sandbox.fault({ match: { method: 'GET', path: 'fileTranslations/[^/0][^/]*$' }, do: { status: 403 } });
		const error = (await thrownBy(
			runLanguageAi(sandbox, upload('translate'), { items: [await textFile()] }),
		)) as NodeApiError;
		const uid = /about file translation (\S+)\./.exec(error.description ?? '')?.[1] ?? '';
		expect((await sandbox.fileTranslation(uid)).source.name).toBe('guide.md');
	});

	it('leaves the input items as they are', async () => {
		const item = await textFile();
		const before = structuredClone(item);
		await runLanguageAi(sandbox, upload('translate'), { items: [item] });
		expect(item).toEqual(before);
	});
});

describe('fileTranslation with text', () => {
	const TEXT = { fileFrom: 'text', fileName: 'příručka.md', text: '  # Příručka 😀\n\nText.\n' };

	it('is uploaded to the last byte, without an input field', async () => {
		const { items } = await runLanguageAi(sandbox, upload('create', TEXT));
		expect(items[0]?.json.fileName).toBe(TEXT.fileName);
		const { source } = await facts(items[0]?.json.uid);
		expect(source).toEqual({
			name: TEXT.fileName,
			size: Buffer.byteLength(TEXT.text),
			sha256: sha256(TEXT.text),
		});
	});

	it('comes back as text for each language', async () => {
		const { items } = await runLanguageAi(sandbox, upload('translate', { ...TEXT, fileInto: 'text' }));
		const { targets } = await facts(items[0]?.json.uid);
		expect(items.map(({ json }) => json.targetLang)).toEqual(['cs', 'pt_br']);
		for (const { json, binary } of items) {
			expect(binary).toBeUndefined();
			expect(json.fileName).toBe(TEXT.fileName);
			expect(sha256(asText(json.text) ?? '')).toBe(targets[asText(json.targetLang) ?? '']?.sha256);
		}
	});

	it('comes from a result as text', async () => {
		const { uid } = await created(await textFile('guide.md', 'Welcome\n'));
		await waitFor(uid);
		const { items } = await runLanguageAi(
			sandbox,
			fileTranslation('getResult', {
				fileTranslationUid: uid,
				targetLang: byId('cs'),
				actionType: 'FILE_IMPORT',
				fileInto: 'text',
			}),
		);
		expect(items[0]).toMatchObject({ json: { text: 'Welcome\n', fileName: 'guide.md' } });
		expect(items[0]).not.toHaveProperty('binary');
	});

	it('is an error for a file that is no text, which names the file translation', async () => {
		const bytes = await storeBinary(Buffer.from([0, 255, 0, 254]), { fileName: 'image.bin' });
		const error = (await thrownBy(
			runLanguageAi(sandbox, upload('translate', { fileInto: 'text' }), {
				items: [{ json: {}, binary: { data: bytes } }],
			}),
		)) as NodeApiError;
		expect(error.message).toContain("'image.bin' is no text");
		expect(error.description).toMatch(/fileTranslationUid/);
	});

	it.each([
		[{ text: '' }, "'Text': must not be empty"],
		[{ fileName: ' ' }, "'File Name': must not be empty"],
	])('sends nothing for %j', async (more, message) => {
		const error = await thrownBy(runLanguageAi(sandbox, upload('translate', { ...TEXT, ...more })));
		expect((error as Error).message).toContain(message);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('quality scores', () => {
	const scored = (more = {}) => upload('translate', { qualityScore: true, ...more });

	/** Translates, and gives the scores by language. */
	async function translated(more = {}, setup: Parameters<typeof runLanguageAi>[2] = {}) {
		const run = await runLanguageAi(sandbox, scored(more), { items: [await textFile()], ...setup });
		const scores = run.output.flat().map(({ json }) => Number(json.score));
		return { ...run, scores };
	}

	it('pass from the threshold on', async () => {
		const { items, scores } = await translated();
		const [one, other] = [Math.min(...scores), Math.max(...scores)];
		expect(one).toBeLessThan(other);
		expect(items.map(({ json }) => json.passed)).toEqual(scores.map((score) => score >= 0.8));
		const exact = await translated({ passThreshold: `={{ "${other}" }}` });
		expect(exact.items.map(({ json }) => json.passed)).toEqual(scores.map((score) => score === other));
	});

	it('do not pass when they are missing, whatever the threshold', async () => {
		const { items } = await translated(
			{ passThreshold: 0 },
			{ items: [await textFile('fail-quality-cs.md')] },
		);
		expect(items.map(({ json }) => [json.score === null, json.passed])).toEqual([
			[true, false],
			[false, true],
		]);
	});

	it('split the items into two outputs, what failed among those for review', async () => {
		const { scores } = await translated();
		const split = { splitByQualityScore: true, passThreshold: Math.max(...scores) };
		const { output } = await translated(split);
		expect(output.map((items) => items.map(({ json }) => json.passed))).toEqual([[true], [false]]);
		const failing = { items: [await textFile('fail-mt-cs.md')], continueOnFail: true };
		const { output: withFailure } = await translated({ ...split, passThreshold: 0 }, failing);
		expect(withFailure.map((items) => items.map(({ json }) => 'error' in json))).toEqual([[false], [true]]);
	});

	it('leave one output where the switch is not shown', async () => {
		const { output } = await translated({ qualityScore: false, splitByQualityScore: true });
		expect(output).toHaveLength(1);
		expect(output[0]).toHaveLength(2);
	});

	it('split what is collected later', async () => {
		const { uid } = await created(await textFile(), { actionTypes: ['QUALITY_ESTIMATION'] });
		await waitFor(uid);
		const { output } = await runLanguageAi(
			sandbox,
			fileTranslation('getResult', {
				fileTranslationUid: uid,
				targetLang: byId('={{ $json.targetLang }}'),
				result: 'score',
				passThreshold: 1,
				splitByQualityScore: true,
			}),
			{ items: ['cs', 'pt_br'].map((targetLang) => ({ json: { targetLang } })) },
		);
		expect(output.map((items) => items.length)).toEqual([0, 2]);
	});

	it.each([[1.1], [-0.1], ['high']])('refuse the threshold %j, and send nothing', async (passThreshold) => {
		const error = await thrownBy(translated({ passThreshold: `={{ ${JSON.stringify(passThreshold)} }}` }));
		expect((error as Error).message).toContain("'Pass Threshold'");
		expect(sandbox.requests()).toEqual([]);
	});
});
