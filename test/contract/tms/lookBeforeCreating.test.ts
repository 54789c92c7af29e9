import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { storeBinary } from '../../../n8n/inProcess';
import { hurry } from '../../support/hurry';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

hurry();

const sandbox = useSandbox();

const LOOK = { lookBeforeCreating: 60 };

async function files(...names: string[]): Promise<INodeExecutionData[]> {
	return await Promise.all(
		names.map(async (fileName) => ({
			json: {},
			binary: { data: await storeBinary(Buffer.from(fileName), { fileName }) },
		})),
	);
}

const run = async (more: INodeParameters, setup: { items: INodeExecutionData[]; retryOnFail?: boolean }) =>
	await runTms(
		sandbox,
		{
			resource: 'job',
			operation: 'create',
			projectUid: byId(sandbox.seed.project.uid),
			targetLangs: ['de'],
			options: LOOK,
			...more,
		},
		setup,
	);

const create = async (more: INodeParameters, ...names: string[]) =>
	(await run(more, { items: await files(...names) })).items.map(({ json }) => json);

const uploads = () =>
	sandbox.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/jobs'));

describe('job: create, with Look Before Creating', () => {
	it('takes on the second try the jobs of the first, and creates those that are missing', async () => {
		const first = await create({}, 'a.txt', 'b.txt');
		expect(first[0]).not.toHaveProperty('existed');
		const second = await create({}, 'a.txt', 'b.txt', 'c.txt');
		expect(second.map(({ jobUid, existed }) => ({ jobUid, existed }))).toEqual([
			...first.map(({ jobUid }) => ({ jobUid, existed: true })),
			{ jobUid: expect.any(String), existed: undefined },
		]);
		expect(uploads()).toHaveLength(3);
		expect(sandbox.counters().duplicateJobs).toBe(0);
	});

	it('takes the jobs of all workflow steps, and creates them for the other languages', async () => {
		const { uid } = sandbox.seed.workflowProject;
		const first = await create({ projectUid: byId(uid), targetLangs: ['de'] }, 'a.txt');
		const both = await create({ projectUid: byId(uid), targetLangs: ['de', 'fr'] }, 'a.txt');
		expect(both.map(({ targetLang, existed }) => [targetLang, existed])).toEqual([
			['de', true],
			['de', true],
			['fr', undefined],
			['fr', undefined],
		]);
		expect(both.slice(0, 2).map(({ jobUid }) => jobUid)).toEqual(first.map(({ jobUid }) => jobUid));
	});

	it('waits for the import that the first try began', async () => {
		sandbox.configure({ times: { importMs: 1_000 } });
		await create({ waitForCompletion: false }, 'a.txt');
		const [job] = await create({ waitForCompletion: true }, 'a.txt');
		expect(job).toMatchObject({ existed: true, importStatus: { status: 'OK' } });
	});

	it('finds the job when the answer of the first try was lost', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/jobs$', nth: 1 }, do: { reset: 'after' } });
		await thrownBy(create({}, 'a.txt'));
		expect(await create({}, 'a.txt')).toEqual([expect.objectContaining({ existed: true })]);
		expect(uploads()).toHaveLength(1);
	});

	it.each<[string, INodeParameters, string]>([
		['another name', {}, 'other.txt'],
		['another path', { additionalFields: { path: 'docs' } }, 'a.txt'],
		['another language', { targetLangs: ['fr'] }, 'a.txt'],
		['the option off', { options: {} }, 'a.txt'],
	])('creates a job with %s', async (_what, more, name) => {
		await create({}, 'a.txt');
		const [job] = await create(more, name);
		expect(job).not.toHaveProperty('existed');
		expect(uploads()).toHaveLength(2);
	});

	it('creates a job when the others are too old', async () => {
		await create({}, 'a.txt');
		const [listed] = uploads();
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse(listed?.at ?? '') + 3_700_000);
		const [job] = await create({}, 'a.txt').finally(() => jest.mocked(Date.now).mockRestore());
		expect(job).not.toHaveProperty('existed');
	});

	it('is told neither to switch off Retry On Fail, nor to take a remote file', async () => {
		const hinted = async (options: INodeParameters) => {
			const setup = { items: await files('a.txt'), retryOnFail: true };
			const { context } = await run({ options }, setup);
			return context.hints.map(({ message }) => message).join();
		};
		expect(await hinted({})).toContain('Retry On Fail');
		expect(await hinted(LOOK)).not.toContain('Retry On Fail');
		const remoteFile = { row: { specify: 'json', json: '{"connectorToken":"t","remoteFileName":"f"}' } };
		const error = await thrownBy(create({ additionalFields: { remoteFile } }, 'a.txt'));
		expect((error as Error).message).toContain("'Look Before Creating' knows no remote file");
	});
});
