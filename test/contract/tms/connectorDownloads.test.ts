import type { INodeExecutionData, INodeParameters, NodeApiError } from 'n8n-workflow';
import { encodeName } from '../../../sandbox';
import { EXECUTION_ID, hashBinary, type RunSetup } from '../../../n8n/inProcess';
import { startPhraseInFront } from '../../support/phraseInFront';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** One with a size in its name is in every folder of the sandbox. */
const FINE = encodeName('size-1000.bin');
const FAILING = encodeName('fail-download.txt');
const UNCONVERTIBLE = encodeName('fail-convert.txt');

const HOUR = 3_600_000;

const place = (file: string) => ({
	connectorId: byId(sandbox.seed.connector.id),
	folder: sandbox.seed.connector.files.nonAscii.folder,
	file,
});

const request = (file: string, more: INodeParameters = {}) => ({
	resource: 'connector',
	operation: 'requestFileDownload',
	...place(file),
	...more,
});

const wait = (file: string, downloadTaskId: string, more: INodeParameters = {}) => ({
	resource: 'connector',
	operation: 'waitForFile',
	...place(file),
	downloadTaskId,
	...more,
});

/** Has the connector download a file, and gives the id of the task. */
async function requested(file: string): Promise<string> {
	const { items } = await runTms(sandbox, request(file, { waitForCompletion: false }));
	return String(items[0]?.json.downloadTaskId);
}

const inProject = (more = {}) => ({ options: { projectUid: sandbox.seed.project.uid, ...more } });

const looks = () => sandbox.requests().filter(({ path }) => /\/tasks\/\w+$/.test(path));

const failureOf = async (parameters: INodeParameters, setup: Omit<RunSetup, 'parameters'> = {}) =>
	(await thrownBy(runTms(sandbox, parameters, setup))) as NodeApiError;

describe('connector: waitForFile', () => {
	it('goes on when the connector has downloaded the file, without receiving it', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 800 } });
		const downloadTaskId = await requested(FINE);
		const { items } = await runTms(sandbox, wait(FINE, downloadTaskId));
		expect(items).toEqual([
			{
				json: {
					connectorId: sandbox.seed.connector.id,
					folder: sandbox.seed.connector.files.nonAscii.folder,
					file: FINE,
					downloadTaskId,
					fileName: 'size-1000.bin',
					wait: { mode: 'polling', polls: looks().length, elapsedMs: expect.any(Number), callbacks: 0 },
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(looks().length).toBeGreaterThan(1);
	});

	it.each([
		['keepRunning', 'polling'],
		['sleep', 'callback'],
	])(
		'tells the name of the file, which the file keeps when it is collected (%s)',
		async (whileWaiting, mode) => {
			const { name, encodedName } = sandbox.seed.connector.files.nonAscii;
			const downloadTaskId = await requested(encodedName);
			sandbox.advance(HOUR);
			const started = [{ json: { wakesExecution: EXECUTION_ID } }];
			const { items } = await runTms(sandbox, wait(encodedName, downloadTaskId, { whileWaiting }), {
				items: started,
			});
			expect(items[0]?.json).toMatchObject({ fileName: name, wait: { mode } });
			const collected = await runTms(
				sandbox,
				{
					resource: 'connector',
					operation: 'downloadPreparedFile',
					...place('={{ $json.file }}'),
					downloadTaskId: '={{ $json.downloadTaskId }}',
				},
				{ items },
			);
			expect(collected.items[0]?.binary?.data?.fileName).toBe(name);
		},
	);

	it('takes no notice of a project that says nothing of a task', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 800 } });
		const task = await requested(FINE);
		const phrase = await startPhraseInFront(
			sandbox,
			() => undefined,
			(body) => (body.includes('"successCount"') ? JSON.stringify({ totalPages: 1, content: [] }) : body),
		);
		const { items } = await runTms(sandbox, wait(FINE, task, inProject()), {
			credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, tmsUrl: phrase.tmsUrl } },
		}).finally(async () => await phrase.close());
		expect(items[0]?.json).toMatchObject({ downloadTaskId: task });
		expect(sandbox.counters().statusPolls).toBeGreaterThan(0);
	});

	it.each([
		['ERROR', FAILING, 'The connector could not read fail-download'],
		['CONVERTER_ERROR', UNCONVERTIBLE, 'fail-convert.txt could not be converted'],
	])("notices a failed download by the task's status %s, where a project is given", async (_s, file, why) => {
		const downloadTaskId = await requested(file);
		const error = await failureOf(wait(file, downloadTaskId, inProject()));
		expect(error.message).toBe(`The connector did not download the file of task ${downloadTaskId}`);
		expect(error.description).toContain(why);
		expect(error.context.data).toMatchObject({ downloadTaskId });
	});

	it.each([
		['connector', { connectorId: byId('99999') }, 'Phrase knows no connector 99999'],
		['folder', { folder: encodeName('nowhere') }, `Phrase knows no folder ${encodeName('nowhere')}`],
		['task', { downloadTaskId: '12345' }, 'Phrase knows no download task 12345'],
	])('ends at once when the %s does not exist', async (_case, change, message) => {
		const downloadTaskId = await requested(FINE);
		const error = await failureOf({ ...wait(FINE, downloadTaskId), ...change });
		expect(error.message).toContain(message);
		expect(error.httpCode).toBe('404');
		expect(error.description).not.toContain('started in Phrase');
		// One for the task, and one for a task that nobody has.
		expect(looks().length).toBeLessThanOrEqual(2);
	});

	it('ends at once when Phrase says that the place is gone', async () => {
		const downloadTaskId = await requested(FINE);
		sandbox.fault({ match: { path: '/connectors/' }, do: { status: 410 } });
		const error = await failureOf(wait(FINE, downloadTaskId));
		expect(error.message).toContain(`Phrase knows no connector ${sandbox.seed.connector.id}`);
		expect(looks()).toHaveLength(1);
	});

	it('ends at once when the user may not read the file', async () => {
		const downloadTaskId = await requested(FINE);
		sandbox.fault({ match: { path: '/tasks/' }, do: { status: 403 } });
		const error = await failureOf(wait(FINE, downloadTaskId));
		expect(error.httpCode).toBe('403');
		expect(error.context.data).toMatchObject({ downloadTaskId });
		expect(looks()).toHaveLength(1);
	});

	it('looks the place up once, however often Phrase says that there is nothing yet', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 1_200 } });
		const downloadTaskId = await requested(FINE);
		let refusals = 3;
		const phrase = await startPhraseInFront(sandbox, (url) =>
			url.includes(`/tasks/${downloadTaskId}`) && refusals-- > 0 ? Promise.resolve(404) : undefined,
		);
		const { items } = await runTms(sandbox, wait(FINE, downloadTaskId), {
			credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, tmsUrl: phrase.tmsUrl } },
		}).finally(async () => await phrase.close());
		expect(items[0]?.json).toMatchObject({ downloadTaskId });
		expect(sandbox.requests().filter(({ path }) => path.endsWith(`/folders/ZG9jcw`))).toHaveLength(1);
	});

	it.each([
		['that breaks off before its first byte', { cut: 0 }],
		['without a byte', { empty: true }],
		['204', { status: 204, body: 'empty' }],
	] as const)('an answer %s is nothing prepared yet', async (_what, answer) => {
		const downloadTaskId = await requested(FINE);
		sandbox.advance(HOUR);
		sandbox.fault({ match: { path: '/tasks/', nth: 1 }, do: answer });
		const { items } = await runTms(sandbox, wait(FINE, downloadTaskId));
		expect(items[0]?.json).toMatchObject({ downloadTaskId, fileName: 'size-1000.bin' });
		expect(looks()).toHaveLength(2);
	});

	it('a web page with 200 is not the file, and ends the wait', async () => {
		const downloadTaskId = await requested(FINE);
		sandbox.fault({ match: { path: '/tasks/' }, do: { status: 200, body: 'html' } });
		const error = await failureOf(wait(FINE, downloadTaskId));
		expect(error.message).toContain('A web page came in place of the file');
		expect(error.context.data).toMatchObject({ downloadTaskId });
		expect(looks()).toHaveLength(1);
	});

	it("quotes Phrase's last answer when the time is over", async () => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const downloadTaskId = await requested(FINE);
		const error = await failureOf(wait(FINE, downloadTaskId, { options: { timeLimit: 0 } }));
		expect(error.message).toMatch(/^Phrase does not say, after \d+ s, that the download of .* has ended$/);
		expect(error.description).toMatch(/The last answer: .*still running.*TASK_NOT_FINISHED/s);
		expect(error.description).not.toContain('The work goes on');
		expect(error.context.data).toMatchObject({ downloadTaskId, file: FINE });
	});

	it('a download that failed and nobody can tell shows by the quoted answer', async () => {
		const downloadTaskId = await requested(FAILING);
		const error = await failureOf(wait(FAILING, downloadTaskId, { options: { timeLimit: 0.02 } }));
		expect(error.description).toMatch(/The last answer: .*could not read fail-download.*TASK_FAILED/s);
	});

	it('with Continue On Fail, tells of each file by itself', async () => {
		const tasks = [await requested(FINE), await requested(FAILING), '12345'];
		sandbox.advance(HOUR);
		const items: INodeExecutionData[] = tasks.map((downloadTaskId, index) => ({
			json: { downloadTaskId, file: index === 1 ? FAILING : FINE },
		}));
		const run = await runTms(sandbox, wait('={{ $json.file }}', '={{ $json.downloadTaskId }}', inProject()), {
			items,
			continueOnFail: true,
		});
		const told = (index: number, message: string) => ({
			json: { error: { downloadTaskId: tasks[index], message: expect.stringContaining(message) } },
			pairedItem: { item: index },
		});
		expect(run.items).toMatchObject([
			{ json: { downloadTaskId: tasks[0], fileName: 'size-1000.bin' }, pairedItem: { item: 0 } },
			told(1, 'did not download the file'),
			told(2, 'Phrase knows no download task'),
		]);
	});

	it.each([
		['without a byte', { empty: true }],
		['204', { status: 204, body: 'empty' }],
	] as const)('puts the execution to sleep after an answer %s', async (_what, answer) => {
		const downloadTaskId = await requested(FINE);
		sandbox.advance(HOUR);
		sandbox.fault({ match: { path: '/tasks/' }, do: answer });
		const items = [{ json: { wakesExecution: EXECUTION_ID } }];
		const { execution } = await runTms(sandbox, wait(FINE, downloadTaskId, { whileWaiting: 'sleep' }), {
			items,
		});
		expect(execution.waitTill).toBeInstanceOf(Date);
	});

	it.each([
		['has failed', FAILING, {}, 'did not download the file'],
		['is of no connector', FINE, { connectorId: byId('99999') }, 'Phrase knows no connector 99999'],
	])('puts no execution to sleep for a file that %s', async (_case, file, change, message) => {
		const downloadTaskId = await requested(file);
		sandbox.advance(HOUR);
		const parameters = {
			...wait(file, downloadTaskId, { whileWaiting: 'sleep', ...inProject() }),
			...change,
		};
		expect((await failureOf(parameters)).message).toContain(message);
	});
});

describe('connector: requestFileDownload', () => {
	it("notices a failed download by the task's status, where a project is given", async () => {
		const error = await failureOf(request(FAILING, inProject()));
		expect(error.message).toMatch(/^The connector did not download the file of task \d+$/);
		expect(error.context.data).toMatchObject({ downloadTaskId: expect.any(String), file: FAILING });
	});

	it("quotes Phrase's last answer when the time is over, and names the task", async () => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const error = await failureOf(request(FINE, { options: { timeLimit: 0 } }));
		expect(error.description).toMatch(/The last answer: .*still running.*TASK_NOT_FINISHED/s);
		expect(error.description).toContain('Do not request the file again');
		expect(error.context.data).toMatchObject({
			downloadTaskId: expect.any(String),
			fileName: 'size-1000.bin',
		});
	});
});

describe('connector: downloadPreparedFile', () => {
	const collect = (downloadTaskId: string) => ({
		resource: 'connector',
		operation: 'downloadPreparedFile',
		...place(FINE),
		downloadTaskId,
	});

	it('fetches a file that broke off once more, whole', async () => {
		const downloadTaskId = await requested(FINE);
		sandbox.advance(HOUR);
		const whole = await runTms(sandbox, collect(downloadTaskId));
		sandbox.fault({ match: { path: '/tasks/', nth: 1 }, do: { cut: 0.5 } });
		const { items } = await runTms(sandbox, collect(downloadTaskId));
		expect(await hashBinary(items[0]?.binary?.data)).toBe(await hashBinary(whole.items[0]?.binary?.data));
		expect(looks()).toHaveLength(3);
	});
});
