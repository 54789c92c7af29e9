import { hashBinary, storeBinary } from '../../../n8n/inProcess';
import { until } from '../../../n8n/until';
import { tmsCaller } from '../../support/apiCall';
import { byId, emptyItems } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();
const call = tmsCaller(sandbox);

const HOUR = 3_600_000;
const projectUid = () => sandbox.seed.project.uid;
const sent = (method: string) => sandbox.requests().filter((request) => request.method === method);
const lastQuery = () => new URLSearchParams(sent('GET').at(-1)?.query);

describe('an answer becomes items', () => {
	it('one object', async () => {
		const { items } = await call.chosen('GET /api2/v1/projects/{projectUid}#one', {
			projectUid: byId(projectUid()),
		});
		const json = expect.objectContaining({ uid: projectUid(), name: 'Sandbox project' });
		expect(items).toEqual([{ json, pairedItem: { item: 0 } }]);
	});

	it('the pages of a list, as far as they are wanted', async () => {
		sandbox.createJobs({ count: 120 });
		const list = 'GET /api2/v2/projects/{projectUid}/jobs#list';
		const limited = await call.chosen(list, { projectUid: byId(projectUid()), limit: 60 });
		expect(limited.items).toHaveLength(60);
		expect(lastQuery().toString()).toBe('pageNumber=1&pageSize=50');
		const all = await call.chosen(list, { projectUid: byId(projectUid()), returnAll: true });
		expect(all.items.length).toBeGreaterThanOrEqual(120);
	});

	it('nothing, with what was asked for', async () => {
		const { items } = await call.chosen('DELETE /api2/v1/projects/{projectUid}#one', {
			projectUid: byId(projectUid()),
		});
		expect(items[0]?.json).toEqual({ projectUid: projectUid(), success: true });
	});

	it('paired with the item that asked for it, and an error beside them when the node is to continue', async () => {
		const items = [projectUid(), 'abcdefghijklmnopqrstuv', ''].map((uid) => ({ json: { uid } }));
		const parameters = { projectUid: byId('={{ $json.uid }}') };
		const run = await call.chosen('GET /api2/v1/projects/{projectUid}#one', parameters, {
			items,
			continueOnFail: true,
		});
		expect(run.items).toMatchObject([
			{ json: { name: 'Sandbox project' }, pairedItem: { item: 0 } },
			{ json: { error: { httpCode: 404 } }, pairedItem: { item: 1 } },
			{ json: { error: { message: expect.stringContaining("'Project': choose one") } } },
		]);
	});
});

describe('parameters', () => {
	it('go where they belong, as what they are', async () => {
		await call.chosen('GET /api2/v2/projects/{projectUid}/jobs#list', {
			projectUid: byId(projectUid()),
			fields: { status: 'NEW, ACCEPTED', workflowLevel: '1', count: null },
		});
		expect(lastQuery().getAll('status')).toEqual(['NEW', 'ACCEPTED']);
		expect(lastQuery().get('workflowLevel')).toBe('1');
		expect(lastQuery().has('count')).toBe(false);
	});

	it('in JSON are sent as they are, those that are empty as well', async () => {
		const { items } = await call.byHand('POST /api2/v3/projects', {
			name: 'By hand',
			sourceLang: 'en',
			targetLangs: ['de'],
			note: '',
		});
		expect(items[0]?.json).toMatchObject({ name: 'By hand', note: '' });
	});

	it('may stand in a path and a query that were typed by hand', async () => {
		const { items } = await call.byHand(
			`GET /api2/v2/projects/${projectUid()}/jobs?status=NEW&status=ACCEPTED`,
		);
		expect(items.length).toBeGreaterThan(0);
		expect(sent('GET').at(-1)?.path).toContain(`/projects/${projectUid()}/jobs`);
		expect(lastQuery().getAll('status')).toEqual(['NEW', 'ACCEPTED']);
	});

	it('belong to an endpoint that may be named by its operation ID', async () => {
		const { items } = await call.byHand('getProject', { projectUid: projectUid() });
		expect(items[0]?.json).toMatchObject({ name: 'Sandbox project' });
	});
});

describe('files', () => {
	it('go out with their name and metadata, and what that starts is waited for', async () => {
		const binary = { data: await storeBinary(Buffer.from('# Hello'), { fileName: 'Grüße.md' }) };
		const { items } = await call.chosen(
			'POST /api2/v1/projects/{projectUid}/jobs#work',
			{ projectUid: byId(projectUid()), fields: { file: 'data', targetLangs: 'de, cs_cz' } },
			{ items: [{ json: {}, binary }] },
		);
		expect(items[0]?.json).toMatchObject({
			projectUid: projectUid(),
			asyncRequestId: expect.any(String),
			wait: { mode: 'polling' },
		});
		const list = 'GET /api2/v2/projects/{projectUid}/jobs#list';
		const fields = { filename: 'Grüße.md' };
		const jobs = await call.chosen(list, { projectUid: byId(projectUid()), fields });
		expect(jobs.items.map(({ json }) => json.targetLang).sort()).toEqual(['cs_cz', 'de']);
	});

	it('come in as streams, and an ID that works once is never sent again', async () => {
		const [job] = sandbox.createJobs({ targetLang: 'de' });
		const ids = { projectUid: job?.projectUid ?? '', jobUid: job?.uid ?? '' };
		const exported = async () => (await call.byHand('completedFileV3', ids)).items[0]?.json.asyncRequestId;
		const download = async (asyncRequestId: unknown) =>
			await call.byHand(
				'downloadCompletedFile',
				{ ...ids, asyncRequestId },
				{ binaryPropertyName: 'target' },
			);

		const { items } = await download(await exported());
		const { target } = await sandbox.job(ids.jobUid);
		expect(await hashBinary(items[0]?.binary?.target)).toBe(target.sha256);

		const id = await exported();
		sandbox.fault({ match: { path: '/downloadTargetFile/', times: 1 }, do: { status: 500 } });
		const before = sent('GET').length;
		await expect(download(id)).rejects.toThrow('HTTP 500');
		expect(sent('GET').length - before).toBe(1);
	});
});

describe('work that an endpoint starts', () => {
	const preTranslate = 'POST /api2/v3/projects/{projectUid}/jobs/preTranslate#work';
	const parameters = () => {
		const [job] = sandbox.createJobs({});
		return {
			projectUid: byId(projectUid()),
			fields: { jobs: JSON.stringify([{ uid: job?.uid }]) },
		};
	};

	it('is waited for', async () => {
		const { items } = await call.chosen(preTranslate, parameters());
		expect(items[0]?.json).toMatchObject({ projectUid: projectUid(), wait: { mode: 'polling' } });
	});

	it('goes on without the node when that is wanted', async () => {
		const { items } = await call.chosen(preTranslate, { ...parameters(), waitForCompletion: false });
		expect(items[0]?.json).toMatchObject({ projectUid: projectUid(), asyncRequestId: expect.any(String) });
		expect(items[0]?.json).not.toHaveProperty('wait');
	});

	it('is told to whom the user names, with what the call was about', async () => {
		const { items } = await call.chosen(preTranslate, { ...parameters(), notify: 'thisExecution' });
		expect(items[0]?.json).toMatchObject({ wakesExecution: expect.any(String) });
		sandbox.advance(HOUR);
		const [{ url }] = await until('Phrase has called', 10_000, () => {
			const [first] = sandbox.callbacks();
			return first && [first];
		});
		const context = new URL(url).searchParams.get('phraseContext') ?? '';
		expect(JSON.parse(Buffer.from(context, 'base64url').toString())).toMatchObject({
			context: { kind: 'asyncRequest', projectUid: projectUid() },
		});
	});

	it('is an item each, when one call starts several', async () => {
		const jobs = ['de', 'fr'].flatMap((targetLang) => sandbox.createJobs({ targetLang }));
		const { items } = await call.byHand('POST /api2/v2/analyses', {
			jobs: jobs.map(({ uid }) => ({ uid })),
			type: 'PreAnalyse',
			analyzeByLanguage: true,
		});
		expect(items.map(({ json }) => json.asyncRequestId)).toHaveLength(2);
	});

	it('is not begun again when Phrase may have begun it', async () => {
		sandbox.fault({ match: { path: '/preTranslate' }, do: { status: 500 } });
		await expect(call.chosen(preTranslate, parameters())).rejects.toThrow('HTTP 500');
		expect(sent('POST').filter(({ path }) => path.endsWith('/preTranslate'))).toHaveLength(1);
	});
});

it('sends again what only reads, a search by POST included', async () => {
	const [job] = sandbox.createJobs({});
	sandbox.fault({ match: { method: 'GET', path: '/projects/', times: 1 }, do: { status: 500 } });
	const { items } = await call.byHand('getPart', { projectUid: projectUid(), jobUid: job?.uid });
	expect(items[0]?.json).toMatchObject({ uid: job?.uid });
});

it('works on many items at the same time, and keeps their order', async () => {
	const run = await call.chosen(
		'GET /api2/v1/projects/{projectUid}#one',
		{ projectUid: byId(projectUid()) },
		{ items: emptyItems(20) },
	);
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: 20 }, (_, item) => ({ item })),
	);
});
