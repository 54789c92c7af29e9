import type { INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { storeBinary } from '../../n8n/inProcess';
import { runLanguageAi } from '../support/languageAi';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

jest.setTimeout(60_000);

const sandbox = useSandbox();

const sent = (method: string, path: RegExp) =>
	sandbox
		.requests()
		.filter((request) => request.method === method && path.test(request.path) && request.status !== 401);

const uploads = () => sent('POST', /\/jobs$/);
const exportsOf = () => sent('PUT', /\/targetFile$/);

/** Text files as input items. */
async function files(...names: string[]): Promise<INodeExecutionData[]> {
	return await Promise.all(
		names.map(async (fileName) => ({
			json: {},
			binary: { data: await storeBinary(Buffer.from(fileName), { fileName }) },
		})),
	);
}

const create = (more = {}) => ({
	resource: 'job',
	operation: 'create',
	projectUid: byId(sandbox.seed.project.uid),
	targetLangs: 'de',
	waitForCompletion: false,
	...more,
});

const target = (operation: string, more = {}) => ({
	resource: 'job',
	operation,
	projectUid: byId(sandbox.seed.project.uid),
	jobUid: byId(sandbox.seed.project.jobUid),
	...more,
});

// So that no call of a test is one more because the token is new.
beforeEach(async () => {
	await runTms(sandbox, target('get'));
});

afterEach(() => {
	expect(sandbox.counters().duplicateJobs).toBe(0);
});

describe('what Phrase may have done is asked for by nobody again', () => {
	it.each([408, 500, 502, 504])(
		'not by the start gate after HTTP %i while the queue is full',
		async (status) => {
			sandbox.configure({ pendingLimit: 2, times: { importMs: 1_000 } });
			sandbox.fault({
				match: { method: 'POST', path: '/jobs$', nth: 2 },
				do: { status, performed: true },
			});
			const { items } = await runTms(sandbox, create({ options: { parallelRequests: 1 } }), {
				items: await files('one.txt', 'two.txt'),
				continueOnFail: true,
			});
			expect(items.map(({ json }) => 'error' in json)).toEqual([false, true]);
			expect(uploads()).toHaveLength(2);
		},
	);

	it('not a PUT that starts an export with a callback', async () => {
		sandbox.fault({ match: { method: 'PUT', path: '/targetFile$' }, do: { reset: 'after' } });
		const callback = { notify: 'url', callbackUrl: 'http://127.0.0.1:9/callback' };
		await thrownBy(runTms(sandbox, target('requestTargetFile', callback)));
		expect(exportsOf()).toHaveLength(1);
	});

	it('not by the rounds of an export whose start was answered by nobody', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/export$' }, do: { reset: 'after' } });
		const { items } = await runTms(
			sandbox,
			{
				resource: 'translationMemory',
				operation: 'export',
				transMemoryUid: byId(sandbox.seed.transMemory.uid),
			},
			{ continueOnFail: true },
		);
		expect(items[0]?.json).toHaveProperty('error');
		expect(sent('POST', /\/export$/)).toHaveLength(1);
	});

	it('a new export is made when a download was sent, not when a wait came to nothing', async () => {
		sandbox.fault({ match: { path: '/api2/v1/async/\\d+$' }, do: { status: 403 } });
		await thrownBy(runTms(sandbox, target('downloadTargetFile')));
		expect(exportsOf()).toHaveLength(1);
	});

	it.each([400, 401, 403, 404, 405, 409, 410, 429])(
		'a download that Phrase refuses with HTTP %i once leads to a file all the same',
		async (status) => {
			sandbox.fault({ match: { path: '/downloadTargetFile/', times: 1 }, do: { status } });
			const { items } = await runTms(sandbox, target('downloadTargetFile'));
			expect(items[0]?.binary?.data).toBeDefined();
			expect(sandbox.counters().spentIdReuse).toBe(0);
		},
	);
});

describe('when the node stops at the first failure', () => {
	it('nothing new begins, what was being created is let end, and the error names it', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/jobs$', nth: 1 }, do: { slow: { headersMs: 800 } } });
		const error = (await thrownBy(
			runTms(sandbox, create({ options: { parallelRequests: 2 } }), {
				items: await files('slow.txt', 'picture.xyz', 'three.txt', 'four.txt', 'five.txt'),
			}),
		)) as NodeApiError;
		expect(error.message).toBe('Phrase created no job');
		expect(error.context.itemIndex).toBe(1);
		expect(uploads()).toHaveLength(2);
		const [{ jobUid }] = (error.context.data as { exists: [{ jobUid: string }] }).exists;
		expect((await sandbox.job(jobUid)).source.name).toBe('slow.txt');
		expect(error.description).toContain(
			`item: 0, projectUid: ${sandbox.seed.project.uid}, jobUid: ${jobUid}`,
		);
		expect(error.description).toContain('fileName: slow.txt');
	});

	it('the error names what items before it have created', async () => {
		const error = (await thrownBy(
			runTms(sandbox, create({ options: { parallelRequests: 1 } }), {
				items: await files('one.txt', 'two.txt', 'picture.xyz'),
			}),
		)) as NodeApiError;
		expect(error.description).toMatch(/item: 0,.*fileName: one\.txt.*\n.*item: 1,.*fileName: two\.txt/);
	});

	it('jobs of one item whose turn has not come are not exported', async () => {
		const jobs = sandbox.createJobs({ names: ['fail-export.txt', ...Array(20).fill('fine.txt')] });
		sandbox.configure({ times: { exportMs: 60_000 }, pendingLimit: 3 });
		const [failing] = jobs;
		sandbox.fault({ match: { method: 'PUT', path: `${failing?.uid}/targetFile` }, do: { status: 403 } });
		const parameters = {
			...target('downloadTargetFiles'),
			jobUids: jobs.map(({ uid }) => uid).join(),
			options: { parallelRequests: 2 },
		};
		const error = (await thrownBy(runTms(sandbox, parameters))) as NodeApiError;
		expect(error.context.data).toMatchObject({ jobUid: failing?.uid });
		expect(exportsOf().length).toBeLessThanOrEqual(3);
	});
});

describe('when the answer to a creating call is lost', () => {
	it.each([
		['reset', { reset: 'after' as const }],
		['HTTP 502', { status: 502, performed: true }],
		['HTTP 408', { status: 408, performed: true }],
	])('(%s), the advice is to look in Phrase', async (_case, fault) => {
		sandbox.fault({ match: { method: 'POST', path: '/jobs$' }, do: fault });
		const error = await thrownBy(runTms(sandbox, create(), { items: await files('one.txt') }));
		expect((error as NodeApiError).description).toMatch(/look in Phrase before you run this again/);
		expect((error as NodeApiError).description).not.toMatch(/try again later/i);
	});

	it('Language AI says the same', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/fileTranslations$' }, do: { reset: 'after' } });
		const translate = {
			resource: 'fileTranslation',
			operation: 'create',
			sourceLang: byId('en'),
			targetLangs: ['cs'],
		};
		const error = await thrownBy(runLanguageAi(sandbox, translate, { items: await files('one.txt') }));
		expect((error as NodeApiError).description).toMatch(/look in Phrase before you run this again/);
	});
});

describe('Retry On Fail of n8n', () => {
	const hints = async (parameters: ReturnType<typeof create>, retryOnFail: boolean) => {
		const { context } = await runTms(sandbox, parameters, {
			items: await files(`${retryOnFail}.txt`),
			retryOnFail,
		});
		return context.hints.map(({ message }) => message);
	};

	it('is warned of where an operation creates', async () => {
		expect(await hints(create(), true)).toEqual([expect.stringContaining("'Retry On Fail' is on")]);
		expect(await hints(create(), false)).toEqual([]);
	});

	it('is nothing to warn of where an operation reads', async () => {
		expect(await hints({ ...create(), ...target('get') }, true)).toEqual([]);
	});
});
