import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { startPhraseInFront } from '../../support/phraseInFront';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** The encoded name of a file; one with a size in its name is in every folder of the sandbox. */
const encoded = (name: string) => Buffer.from(name).toString('base64url');

const FINE = encoded('size-1000.bin');
const FAILING = encoded('fail-download.txt');

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
					wait: { mode: 'polling', polls: looks().length, elapsedMs: expect.any(Number), callbacks: 0 },
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(looks().length).toBeGreaterThan(1);
	});

	it("notices a failed download by the task's status, where a project is given", async () => {
		const downloadTaskId = await requested(FAILING);
		const error = (await thrownBy(
			runTms(sandbox, wait(FAILING, downloadTaskId, inProject())),
		)) as NodeApiError;
		expect(error.message).toBe(`The connector did not download the file of task ${downloadTaskId}`);
		expect(error.description).toContain('The connector could not read fail-download');
		expect(error.context.data).toMatchObject({ downloadTaskId });
	});

	it.each([
		['connector', { connectorId: byId('99999') }, 'Phrase knows no connector 99999'],
		['folder', { folder: encoded('nowhere') }, `Phrase knows no folder ${encoded('nowhere')}`],
		['task', { downloadTaskId: '12345' }, 'Phrase knows no download task 12345'],
	])('ends at once when the %s does not exist', async (_case, change, message) => {
		const downloadTaskId = await requested(FINE);
		const error = (await thrownBy(
			runTms(sandbox, { ...wait(FINE, downloadTaskId), ...change }),
		)) as NodeApiError;
		expect(error.message).toContain(message);
		expect(error.httpCode).toBe('404');
		// One for the task, and one for a task that nobody has.
		expect(looks().length).toBeLessThanOrEqual(2);
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

	it("quotes Phrase's last answer when the time is over", async () => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const downloadTaskId = await requested(FINE);
		const error = (await thrownBy(
			runTms(sandbox, wait(FINE, downloadTaskId, { options: { timeLimit: 0 } })),
		)) as NodeApiError;
		expect(error.message).toMatch(/^Phrase does not say, after \d+ s, that the download of .* has ended$/);
		expect(error.description).toMatch(/The last answer: .*still running.*TASK_NOT_FINISHED/s);
		expect(error.description).not.toContain('The work goes on');
	});

	it('a download that failed and nobody can tell shows by the quoted answer', async () => {
		const downloadTaskId = await requested(FAILING);
		const error = (await thrownBy(
			runTms(sandbox, wait(FAILING, downloadTaskId, { options: { timeLimit: 0.02 } })),
		)) as NodeApiError;
		expect(error.description).toMatch(/The last answer: .*could not read fail-download.*TASK_FAILED/s);
	});
});

describe('connector: requestFileDownload', () => {
	it("notices a failed download by the task's status, where a project is given", async () => {
		const error = (await thrownBy(runTms(sandbox, request(FAILING, inProject())))) as NodeApiError;
		expect(error.message).toMatch(/^The connector did not download the file of task \d+$/);
		expect(error.context.data).toMatchObject({ downloadTaskId: expect.any(String), file: FAILING });
	});
});
