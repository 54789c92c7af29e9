import { setTimeout as delay } from 'node:timers/promises';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { until } from '../../n8n/until';
import { EXECUTION_ID, runNode, storeBinary, type RunSetup } from '../../n8n/inProcess';
import { WAIT_OPERATIONS, type Fate, type WaitOperation } from '../e2e/support/waitOperations';
import { hurry } from '../support/hurry';
import { useSandbox } from '../support/useSandbox';

const SECRET = 'a long secret of the credential';
const HOUR = 3_600_000;

hurry();

const OPERATIONS = Object.entries<WaitOperation>(WAIT_OPERATIONS);

/** What all three operations have in common that wait for work of an earlier node. */
describe.each(OPERATIONS)('%s', (_, operation) => {
	const sandbox = useSandbox();
	const { member, credentialType } = operation;

	beforeEach(() => {
		sandbox.configure({
			times: { exportMs: HOUR, connectorDownloadMs: HOUR, mtMs: HOUR },
			callbacks: { drop: 1 },
		});
	});

	const node = () => (operation.type === 'phraseTms' ? new PhraseTms() : new PhraseLanguageAi());

	const setupOf = (parameters: INodeParameters, items: INodeExecutionData[]): RunSetup => ({
		parameters,
		items,
		credentials: {
			[credentialType]: {
				...sandbox.credentials[credentialType],
				callbackSigningSecret: SECRET,
				sessionToken: '',
			},
		},
	});

	/** Starts work as the node before the wait does. */
	async function started(...fates: Fate[]): Promise<INodeExecutionData[]> {
		return await startedWith({ notify: 'thisExecution' }, ...fates);
	}

	/** Starts work; it is not waited for when somebody is notified. */
	async function startedWith(more: INodeParameters, ...fates: Fate[]): Promise<INodeExecutionData[]> {
		const works = await Promise.all(
			operation.works(sandbox, fates).map(async ({ fileName, text, ...json }) => ({
				json,
				...(text !== undefined && { binary: { data: await storeBinary(Buffer.from(text), { fileName }) } }),
			})),
		);
		return (await runNode(node(), setupOf({ ...operation.start, ...more }, works))).items;
	}

	const waitFor = async (items: INodeExecutionData[], setup: INodeParameters, more: Partial<RunSetup> = {}) =>
		await runNode(node(), { ...setupOf({ ...operation.wait, ...setup }, items), ...more });

	const byCallback = { whileWaiting: 'sleep' };
	const byPolling = { whileWaiting: 'keepRunning' };

	/** Lets all work end. The actions of a file translation begin one after the other, each on a timer that is due. */
	async function end(): Promise<void> {
		for (let action = 0; action < 3; action++) {
			sandbox.advance(HOUR);
			await delay(2);
		}
	}

	/** What is looked at to know how the work is. */
	const looked = /\/async(\/\d+)?$|\/tasks\/|\/fileTranslations\/[^/]+$/.source;

	const looks = () =>
		sandbox.requests().filter(({ method, path }) => method === 'GET' && new RegExp(looked).test(path));

	describe('when Phrase cannot tell for the moment', () => {
		test.each<[string, Parameters<typeof sandbox.fault>[0]['do']]>([
			['502', { status: 502 }],
			['429', { status: 429 }],
			['a reset', { reset: 'before' }],
			['silence', { slow: { headersMs: 3000 } }],
		])('the first look sleeps, after %s', async (_fault, fault) => {
			const items = await started('ends', 'ends');
			sandbox.fault({ match: { method: 'GET', path: looked }, do: fault });
			const run = await waitFor(items, byCallback);
			expect(run.execution.waitTill).toBeDefined();
			expect(run.items.map(({ json }) => json[member])).toEqual(items.map(({ json }) => json[member]));
		});

		test('it looks again when it has been woken', async () => {
			const items = await started('ends');
			const run = await waitFor(items, byCallback);
			await end();
			const metadata = run.context.getExecuteData().metadata;
			// As many as one look and its repetitions meet.
			sandbox.fault({ match: { method: 'GET', path: looked, times: 8 }, do: { status: 502 } });
			const again = await waitFor(items, byCallback, { metadata });
			expect(again.execution.waitTill).toBeUndefined();
			expect(again.items[0]?.json).toMatchObject({
				[member]: items[0]?.json[member],
				wait: { mode: 'callback', ended: true },
			});
		});
	});

	describe('hands on all that came in', () => {
		/** Two items with more than the wait asks for, one of it by a name that the wait uses as well. */
		async function full(): Promise<INodeExecutionData[]> {
			const items = await started('ends', 'ends');
			const wait = { mode: 'callback', ended: false, timedOut: true, since: '2026-01-01T00:00:00.000Z' };
			const mark = { ...wait, until: '2026-01-02T00:00:00.000Z', callbacks: 0, elapsedMs: 1 };
			return await Promise.all(
				items.map(async ({ json }, index) => ({
					json: { ...json, projectUid: `p${index}`, jobUid: `j${index}`, mine: { index }, wait: mark },
					binary: { mine: await storeBinary(Buffer.from(`file ${index}`)) },
				})),
			);
		}

		function expectAll(output: INodeExecutionData[], items: INodeExecutionData[], wait: object | undefined) {
			expect(output).toHaveLength(items.length);
			for (const [index, { json, binary, pairedItem }] of output.entries()) {
				const input = items[index];
				expect(json).toMatchObject({
					projectUid: `p${index}`,
					jobUid: `j${index}`,
					mine: { index },
					[member]: input?.json[member],
				});
				if (wait === undefined) expect(json).not.toHaveProperty('wait');
				else expect(json.wait).toMatchObject(wait);
				// The reference to the stored file itself, not a copy of the file.
				expect(binary?.mine).toBe(input?.binary?.mine);
				expect(pairedItem).toEqual({ item: index });
			}
		}

		test('by polling', async () => {
			const items = await full();
			await end();
			expectAll((await waitFor(items, byPolling)).items, items, { mode: 'polling' });
		});

		test('when it is not to say how it waited', async () => {
			const items = await full();
			await end();
			const options = { includeWaitDetails: false };
			expectAll((await waitFor(items, { ...byCallback, options })).items, items, undefined);
		});

		test('asleep, which is what comes out when the time is over, and woken', async () => {
			const items = await full();
			const run = await waitFor(items, byCallback);
			const { data, metadata } = run.context.getExecuteData();
			expectAll(data.main?.[0] ?? [], items, { ended: false, timedOut: true });
			await end();
			const { items: output } = await waitFor(items, byCallback, { metadata });
			expectAll(output, items, { mode: 'callback', ended: true, timedOut: false });
		});
	});

	describe('by callback, when nobody will call back', () => {
		const notHere = { notify: 'url', callbackUrl: 'http://127.0.0.1:9/callback' };
		const MINUTE = { ...byCallback, sleepLimit: 1, sleepLimitUnit: 'minutes' };

		const ofAnother = (items: INodeExecutionData[]) =>
			items.map((item) => ({ ...item, json: { ...item.json, wakesExecution: '2' } }));

		test.each<[string, INodeParameters, (items: INodeExecutionData[]) => INodeExecutionData[]]>([
			['did not ask for it', notHere, (items) => items],
			['did so in another execution', { notify: 'thisExecution' }, ofAnother],
		])('since the node that started the work %s: polls, and says so', async (_who, more, handed) => {
			const items = handed(await startedWith(more, 'ends', 'ends'));
			const running = waitFor(items, byCallback);
			await until('it has looked', 10_000, () => looks().length > 0 || undefined);
			await end();
			const run = await running;
			expect(run.execution.waitTill).toBeUndefined();
			expect(run.items.map(({ json }) => [json[member], json.wait])).toEqual(
				items.map(({ json }) => [
					json[member],
					expect.objectContaining({ mode: 'polling', callbacks: 0 }) as unknown,
				]),
			);
			expect(run.context.hints.map(({ message }) => message)).toEqual([
				expect.stringContaining("'Notify' set to 'This Execution'"),
			]);
		});

		test('lets the items go on when the limit is over, without a sleep', async () => {
			const items = await startedWith(notHere, 'ends');
			const run = await waitFor(items, MINUTE);
			expect(run.execution.waitTill).toBeUndefined();
			expect(run.items[0]?.json).toMatchObject({ ...items[0]?.json, wait: { ended: false, timedOut: true } });
		}, 20_000);

		test('names the work that failed', async () => {
			const items = await startedWith(notHere, 'fails');
			await end();
			const inProject = member === 'downloadTaskId' && { options: { projectUid: sandbox.seed.project.uid } };
			const run = await waitFor(items, { ...MINUTE, ...inProject }, { continueOnFail: true });
			expect(run.items[0]?.json.error).toMatchObject({ [member]: items[0]?.json[member] });
		});
	});

	test('the node that starts the work says whom it wakes, and does not wait itself', async () => {
		const [item] = await startedWith({ notify: 'thisExecution', waitForCompletion: true }, 'ends');
		expect(item?.json.wakesExecution).toBe(EXECUTION_ID);
		const notify = { notify: 'url', callbackUrl: 'http://127.0.0.1:9/callback', waitForCompletion: true };
		const [another] = await startedWith(notify, 'ends');
		expect(another?.json).not.toHaveProperty('wakesExecution');
	});

	test('gives an AI agent its own members only', async () => {
		const [item] = await started('ends');
		await end();
		const tool = node();
		tool.description = { ...tool.description, name: `${operation.type}Tool` };
		const input = { ...item, json: { ...item?.json, mine: 1 } };
		const { items } = await runNode(tool, setupOf({ ...operation.wait, ...byPolling }, [input]));
		expect(items[0]?.json).toMatchObject({ [member]: item?.json[member], wait: { mode: 'polling' } });
		expect(items[0]?.json).not.toHaveProperty('mine');
	});

	describe('the error names the work', () => {
		const refused = { status: 403 };
		const failures: Array<[string, Fate, typeof refused | undefined]> = [
			['that failed', 'fails', undefined],
			['that cannot be read', 'ends', refused],
		];

		test.each(failures)('%s, by polling', async (_failure, fate, fault) => {
			const items = await started(fate);
			await end();
			if (fault !== undefined) sandbox.fault({ match: { method: 'GET', path: looked }, do: fault });
			const options = { timeLimit: 0.1 };
			const { items: output } = await waitFor(items, { ...byPolling, options }, { continueOnFail: true });
			expect(output[0]?.json.error).toMatchObject({ [member]: items[0]?.json[member] });
		});

		test.each(failures)('%s, by callback', async (_failure, fate, fault) => {
			const items = await started(fate);
			const run = await waitFor(items, byCallback);
			await end();
			const metadata = run.context.getExecuteData().metadata as {
				phraseSleep: { items: Array<{ works: object[] }> };
			};
			// What a callback says of a connector's file that it failed to read.
			if (member === 'downloadTaskId' && fate === 'fails') {
				for (const one of metadata.phraseSleep.items)
					one.works = one.works.map((work) => ({ ...work, failure: 'No' }));
			}
			if (fault !== undefined) sandbox.fault({ match: { method: 'GET', path: looked }, do: fault });
			const again = await waitFor(items, byCallback, { metadata: metadata as never, continueOnFail: true });
			expect(again.items[0]?.json.error).toMatchObject({ [member]: items[0]?.json[member] });
		});
	});
});
