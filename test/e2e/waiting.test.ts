import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { signCallbackUrl } from '../../core/callbacks/callbackUrl';
import { encodeName } from '../../sandbox';
import { MANUAL_TRIGGER, until, type N8nClient, type N8nExecution, type StoredCredential } from '../../n8n';
import { phraseIn, uniqueName, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { connect, sharedN8n } from './support/sharedN8n';
import { COLLECT, REQUEST, WAIT, waitingWorkflow, type Changes } from '../../n8n/workflows/waitingWorkflow';
import { useSandbox } from '../support/useSandbox';

/** n8n looks once a minute which sleeping executions are to be woken, ms. */
const WAKING_DEADLINE_MS = 240_000;

/** Waiting by callback in a real n8n: the execution sleeps in its database, and Phrase's callbacks wake it. */
describe('waiting by callback', () => {
	const sandbox = useSandbox();
	const silentSandbox = useSandbox({ keepsState: true });
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	/** A Phrase whose callbacks never arrive; its execution sleeps while the other tests run. */
	let silent: PhraseForTest;
	let sleeper: string;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
		silent = await phraseIn(n8n, silentSandbox);
		silent.sandbox.configure({ callbacks: { drop: 1 }, times: { exportMs: 20_000 } });
		const jobs = silent.sandbox.createJobs({ count: 2 });
		sleeper = await started(silent.tms, jobs, { [WAIT]: { parameters: { sleepLimitUnit: 'minutes' } } });
	});

	/** Starts the workflow that requests the target files of jobs, sleeps, and collects them. */
	async function started(
		credential: StoredCredential,
		jobs: Array<{ uid: string; projectUid: string }>,
		changes: Changes = {},
	): Promise<string> {
		return await n8n.run(
			await n8n.createWorkflow(waitingWorkflow(credential, jobs, changes)),
			MANUAL_TRIGGER,
		);
	}

	/** Compares collected files with the sandbox's; each must have been downloaded once. */
	async function expectTargetFiles(
		execution: N8nExecution,
		uids: string[],
		{ sandbox }: PhraseForTest = phrase,
	): Promise<void> {
		expect(execution.error).toBeUndefined();
		expect(execution.items(COLLECT).map(({ json }) => json.jobUid)).toEqual(uids);
		for (const [index, uid] of uids.entries()) {
			const { target } = await sandbox.job(uid);
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual(target);
		}
		const downloads = sandbox.requests().filter(({ path }) => path.includes('/downloadTargetFile/'));
		expect(downloads).toHaveLength(uids.length);
	}

	const uidsOf = (jobs: Array<{ uid: string }>) => jobs.map(({ uid }) => uid);

	test.each([1, 20])('%i: callbacks in any order and more than once wake it once', async (count) => {
		phrase.sandbox.configure({
			times: { exportMs: 3000 },
			callbacks: { shuffleMs: 2000, duplicates: 2 },
		});
		const jobs = phrase.sandbox.createJobs({ count });
		const execution = await n8n.ended(await started(phrase.tms, jobs));
		await expectTargetFiles(execution, uidsOf(jobs));
		for (const { json } of execution.items(WAIT)) {
			expect(json.wait).toMatchObject({ mode: 'callback', ended: true, timedOut: false, callbacks: 1 });
		}
		expect(execution.runs(WAIT)).toBe(1);
	});

	test('does not sleep when everything has ended already', async () => {
		phrase.sandbox.configure({ times: { exportMs: 0 }, callbacks: { drop: 1 } });
		const jobs = phrase.sandbox.createJobs({ count: 3 });
		const execution = await n8n.ended(await started(phrase.tms, jobs));
		await expectTargetFiles(execution, uidsOf(jobs));
		expect(execution.items(WAIT)[0]?.json.wait).toMatchObject({ ended: true, callbacks: 0 });
	});

	test('a callback that comes before the execution sleeps is made up for by its redelivery', async () => {
		phrase.sandbox.configure({ times: { exportMs: 1000 }, callbackScheduleMs: [4000, 4000] });
		// The state is read while the export runs, and arrives when it has ended.
		phrase.sandbox.fault({
			match: { method: 'GET', path: '/api2/v1/async/', nth: 1 },
			do: { slow: { headersMs: 3000 } },
		});
		const jobs = phrase.sandbox.createJobs({ count: 1 });
		const begun = Date.now();
		const execution = await n8n.ended(await started(phrase.tms, jobs));
		await expectTargetFiles(execution, uidsOf(jobs));
		const [early, ...later] = phrase.sandbox.callbacks().map(({ status }) => status);
		expect(early).not.toBe(200);
		expect(later).toContain(200);
		process.stderr.write(
			`Callback before the sleep: answered ${early}; with redelivery after 4 s the run took ${Date.now() - begun} ms\n`,
		);
	});

	describe('a failed export', () => {
		const names = Array.from({ length: 20 }, (_, index) =>
			index === 7 ? 'fail-export.txt' : `file-${index}.txt`,
		);

		beforeEach(() => {
			phrase.sandbox.configure({ times: { exportMs: 3000 }, callbacks: { shuffleMs: 500 } });
		});

		test('ends the run with code, description and details, and Phrase gets its answer', async () => {
			const jobs = phrase.sandbox.createJobs({ names });
			const execution = await n8n.ended(await started(phrase.tms, jobs));
			expect(execution.status).toBe('error');
			expect(execution.lastNode).toBe(WAIT);
			const failed = phrase.sandbox
				.callbacks()
				.map(
					({ body }) =>
						(body as { asyncRequest: { asyncResponse: { errorCode?: string; errorDesc?: string } } })
							.asyncRequest.asyncResponse,
				)
				.find(({ errorCode }) => errorCode !== undefined);
			expect(execution.error).toContain(failed?.errorCode);
			expect(execution.error).toContain(failed?.errorDesc);
			expect(execution.error).toContain('Look at segment 12');
			// The nodes before it keep what they have put out.
			expect(execution.items(REQUEST)).toHaveLength(20);
			expect(phrase.sandbox.callbacks().map(({ status }) => status)).toContain(200);
		});

		test('with Continue On Fail is an item, and the other 19 succeed', async () => {
			const jobs = phrase.sandbox.createJobs({ names });
			const onError = 'continueRegularOutput';
			const execution = await n8n.ended(
				await started(phrase.tms, jobs, { [WAIT]: { onError }, [COLLECT]: { onError } }),
			);
			expect(execution.error).toBeUndefined();
			const items = execution.items(WAIT);
			expect(items.map(({ json }) => 'error' in json)).toEqual(names.map((_, index) => index === 7));
			expect(items[7]?.json.error).toMatchObject({ errorCode: expect.any(String) as string });
			const collected = execution.items(COLLECT);
			for (const [index, { uid }] of jobs.entries()) {
				if (index === 7) continue;
				expect(collected[index]?.json.jobUid).toBe(uid);
				expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await phrase.sandbox.job(uid)).target);
			}
		});
	});

	test('calls that are not Phrase’s do not wake it, and tell nothing', async () => {
		const callbackSigningSecret = randomBytes(24).toString('hex');
		const credential = await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
			...phrase.sandbox.credentials.phraseTmsApi,
			callbackSigningSecret,
		});
		const [first] = phrase.sandbox.createJobs({ names: ['first.txt'], times: { exportMs: 3000 } });
		const [last] = phrase.sandbox.createJobs({ names: ['last.txt'], times: { exportMs: 9000 } });
		if (first === undefined || last === undefined) throw new Error('The sandbox made no jobs');
		const id = await started(credential, [first, last]);
		await n8n.asleep(id);
		const { url, body } = await until('the first callback is delivered', 20_000, () =>
			phrase.sandbox.callbacks().find(({ status }) => status === 200),
		);
		const logged = (await readFile(sharedN8n().logFile)).length;

		const send = async (target: string, text: string) => {
			const headers = { 'content-type': 'application/json' };
			const response = await fetch(target, { method: 'POST', headers, body: text });
			return { status: response.status, text: await response.text() };
		};
		const plain = url.replace(/[?&]phrase(Context|Signature)=[^&]*/g, '').replace(/^([^?]*)&/, '$1?');
		const changed = (parameter: string, value: string) => {
			const target = new URL(url);
			target.searchParams.set(parameter, value);
			return target.toString();
		};
		const json = JSON.stringify(body);
		const expired = signCallbackUrl(
			plain,
			{ kind: 'asyncRequest' },
			{
				secret: callbackSigningSecret,
				expiresAt: new Date(Date.now() - 1000),
			},
		);
		const answers = [
			await send(plain, json),
			await send(changed('phraseContext', 'e30'), json),
			await send(changed('phraseSignature', 'AAAA'), json),
			await send(expired, json),
			await send(url, json.slice(0, json.length / 2)),
			await send(url, JSON.stringify({ padding: 'x'.repeat(10 * 1024 * 1024) })),
			await send(url, '"no object"'),
		];
		expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual([4, 4, 4, 4, 4, 4, 4]);
		expect(answers.filter(({ text }) => /\bat .*\.js|node_modules|"stack/.test(text))).toEqual([]);
		const log = (await readFile(sharedN8n().logFile)).subarray(logged).toString();
		expect(log.match(/rejected a callback/g)?.length).toBeGreaterThanOrEqual(5);
		expect(log).not.toMatch(/^\s+at .*n8n-nodes-phrase/m);
		expect(log).not.toContain(callbackSigningSecret);

		const foreign = { asyncRequest: { id: '1', action: 'IMPORT_JOB', asyncResponse: {} } };
		expect((await send(url, JSON.stringify(foreign))).status).toBe(200);
		expect((await send(url, json)).status).toBe(200);
		await n8n.asleep(id);
		await expectTargetFiles(await n8n.ended(id), [first.uid, last.uid]);
	});

	test('stays asleep when its credential was deleted, and Phrase is to call again', async () => {
		const { sandbox } = phrase;
		const credential = await n8n.createCredential(
			uniqueName(),
			'phraseTmsApi',
			sandbox.credentials.phraseTmsApi,
		);
		sandbox.configure({ times: { exportMs: 3_600_000 }, callbackScheduleMs: [1000] });
		const id = await started(credential, sandbox.createJobs({ count: 2 }));
		await n8n.asleep(id);
		await n8n.deleteCredential(credential);
		sandbox.advance(3_600_000);
		const statuses = await until('Phrase has called twice about each', 30_000, () => {
			const calls = sandbox.callbacks().filter(({ status }) => status !== undefined);
			return calls.length < 4 ? undefined : calls.map(({ status }) => status);
		});
		expect(statuses).toEqual([503, 503, 503, 503]);
		await n8n.asleep(id);
	});

	describe('a file of a connector', () => {
		/** The same workflow for a file of a connector, with callbacks that are signed. */
		async function download(file: string): Promise<N8nExecution> {
			phrase.sandbox.configure({ times: { connectorDownloadMs: 3000 } });
			const credential = await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
				...phrase.sandbox.credentials.phraseTmsApi,
				callbackSigningSecret: randomBytes(24).toString('hex'),
			});
			const { connector } = phrase.sandbox.seed;
			const parameters = {
				resource: 'connector',
				connectorId: { __rl: true, mode: 'id', value: connector.id },
				folder: encodeName('docs'),
				file: encodeName(file),
			};
			const downloadTaskId = '={{ $json.downloadTaskId }}';
			const id = await started(credential, [{ uid: 'none', projectUid: 'none' }], {
				[REQUEST]: {
					parameters: { ...parameters, operation: 'requestFileDownload', waitForCompletion: false },
				},
				[WAIT]: { parameters: { ...parameters, operation: 'waitForFile', downloadTaskId } },
				[COLLECT]: { parameters: { ...parameters, operation: 'downloadPreparedFile', downloadTaskId } },
			});
			await n8n.asleep(id);
			return await n8n.ended(id);
		}

		test('wakes the execution when it is there', async () => {
			const execution = await download('size-1000.bin');
			expect(execution.error).toBeUndefined();
			expect(execution.items(WAIT)[0]?.json.wait).toMatchObject({ ended: true, callbacks: 1 });
			expect((await fileOf(n8n, execution, COLLECT)).size).toBe(1000);
		});

		test('ends the run when a signed callback says that it could not be downloaded', async () => {
			const execution = await download('fail-download.txt');
			expect(execution.lastNode).toBe(WAIT);
			expect(execution.error).toContain('could not read');
		});
	});

	test(
		'when no callback comes, the items go on marked, and the next node collects',
		async () => {
			const execution = await n8n.ended(sleeper, WAKING_DEADLINE_MS);
			for (const { json } of execution.items(WAIT)) {
				expect(json.wait).toMatchObject({ mode: 'callback', ended: false, timedOut: true, callbacks: 0 });
			}
			await expectTargetFiles(execution, execution.texts(REQUEST, 'jobUid'), silent);
		},
		WAKING_DEADLINE_MS,
	);
});
