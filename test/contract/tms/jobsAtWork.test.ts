import type { IDataObject, INodeParameters, NodeApiError } from 'n8n-workflow';
import { searchList, storeBinary } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { hurry } from '../../support/hurry';
import { ScriptedPhrase } from '../../support/phrase';
import { json } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

hurry();

const sandbox = useSandbox();

/** The first linguist of the sandbox. */
const LENA = '201';

const run = async (operation: string, parameters: INodeParameters, setup = {}) => {
	const projectUid = byId(sandbox.seed.project.uid);
	const all = { resource: 'job', operation, projectUid, ...parameters };
	return (await runTms(sandbox, all, setup)).items.map(({ json: item }) => item);
};

const made = (...names: string[]) => sandbox.createJobs({ names }).map(({ uid }) => uid);
const uidsIn = (items: IDataObject[]) => items.map(({ jobUid }) => jobUid);
const lena = { row: [{ type: 'USER', userId: byId(LENA) }] };

describe('job: update', () => {
	const update = async (jobUid: string, updateFields: INodeParameters) =>
		await run('update', { jobUid: byId(jobUid), updateFields });

	it('changes what is given, and nothing else', async () => {
		const [uid = ''] = made('a.txt');
		await update(uid, { status: 'ACCEPTED', dateDue: '2030-06-15T12:00:00.000Z' });
		const [item] = await update(uid, { providers: lena });
		expect(item).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			jobUid: uid,
			status: 'ACCEPTED',
			dateDue: '2030-06-15T12:00:00.000Z',
			providers: [{ type: 'USER', id: LENA }],
		});
		expect(item).not.toHaveProperty('wordsCount');
	});

	it('takes away the due date, and gives the job as it is then', async () => {
		const [uid = ''] = made('a.txt');
		await update(uid, { dateDue: '2030-06-15T12:00:00.000Z' });
		const [item] = await update(uid, { clearDateDue: true, status: 'ACCEPTED' });
		expect(item).toMatchObject({ projectUid: sandbox.seed.project.uid, jobUid: uid, status: 'ACCEPTED' });
		expect(item?.dateDue ?? null).toBeNull();
	});

	it('says when the job to take the due date from is not there, or has another one', async () => {
		const gone = (await thrownBy(update('nowhere', { clearDateDue: true }))) as NodeApiError;
		expect(gone.message).toContain('Phrase changed 0 of 1');
		const dateDue = '2030-06-15T12:00:00.000Z';
		const both = (await thrownBy(update('any', { clearDateDue: true, dateDue }))) as Error;
		expect(both.message).toContain("'Due Date' and 'Clear Due Date' exclude each other");
	});

	it.each([{}, { providers: {} }])('sends nothing for %j', async (updateFields) => {
		const error = await thrownBy(update('any', updateFields));
		expect((error as Error).message).toContain("'Update Fields' says nothing");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: updateMany', () => {
	it('assigns many jobs', async () => {
		const jobUids = made('a.txt', 'b.txt');
		const vendor = { type: 'VENDOR', vendorId: byId('301') };
		const changed = await run('updateMany', {
			jobUids,
			updateFields: { providers: { row: [...lena.row, vendor] } },
		});
		const { uid: projectUid } = sandbox.seed.project;
		expect(changed).toEqual(jobUids.map((jobUid) => ({ projectUid, jobUid, updated: true })));
		const [job] = await run('get', { jobUid: byId(jobUids[1] ?? '') });
		expect(job?.providers).toEqual([
			{ type: 'USER', id: LENA },
			{ type: 'VENDOR', id: '301' },
		]);
	});

	it('names the row that names nobody', async () => {
		const updateFields = { providers: { row: [...lena.row, { type: 'VENDOR', vendorId: byId('') }] } };
		const error = await thrownBy(run('updateMany', { jobUids: 'any', updateFields }));
		expect((error as Error).message).toContain('row 2');
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: getManyByUser', () => {
	const uidOfLena = async () => {
		const setup = {
			parameters: { authentication: 'phraseTmsApi' },
			credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
			filter: 'lena',
		};
		const { results } = await searchList(new PhraseTms(), 'searchUsersByUid', setup);
		return String(results[0]?.value);
	};

	it('gives the jobs of a user that are due soon, in all projects', async () => {
		const jobUids = made('soon.txt', 'late.txt', 'never.txt');
		const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
		const [soon = '', late = '', never = ''] = jobUids;
		await run('update', { jobUid: byId(soon), updateFields: { providers: lena, dateDue: inHours(5) } });
		await run('update', { jobUid: byId(late), updateFields: { providers: lena, dateDue: inHours(-5) } });
		await run('update', { jobUid: byId(never), updateFields: { providers: lena } });
		const userUid = byId(await uidOfLena());
		expect(uidsIn(await run('getManyByUser', { userUid }))).toEqual(jobUids);
		const due = await run('getManyByUser', { userUid, filters: { dueInHours: 24 } });
		expect(due).toEqual([
			expect.objectContaining({ projectUid: sandbox.seed.project.uid, jobUid: soon, filename: 'soon.txt' }),
		]);
		expect(uidsIn(await run('getManyByUser', { userUid, filters: { dueInHours: -1 } }))).toEqual([late]);
		const named = { filename: 'NEVER', targetLang: 'cs_cz, de', projectUid: byId(sandbox.seed.project.uid) };
		expect(uidsIn(await run('getManyByUser', { userUid, filters: named }))).toEqual([never]);
	});
});

describe('job: find', () => {
	it('finds the jobs whose whole file name it is', async () => {
		const [wanted] = made('guide.txt', 'old guide.txt', 'guide.txt.bak.txt');
		expect(uidsIn(await run('find', { filename: 'guide.txt' }))).toEqual([wanted]);
		expect(await run('find', { filename: 'uide.txt' })).toEqual([]);
		const german = { filters: { targetLang: 'de' } };
		expect(await run('find', { filename: 'guide.txt', ...german })).toEqual([]);
	});

	it('tells files of one name apart by their path', async () => {
		const create = async (path: string) => {
			const data = await storeBinary(Buffer.from(path), { fileName: 'same.txt' });
			const parameters = { targetLangs: ['de'], additionalFields: { path } };
			return await run('create', parameters, { items: [{ json: {}, binary: { data } }] });
		};
		const [guides] = [await create('docs/guides'), await create('docs')];
		expect(uidsIn(await run('find', { filename: 'same.txt', path: '/docs/guides/' }))).toEqual(
			uidsIn(guides),
		);
		expect(await run('find', { filename: 'same.txt' })).toHaveLength(2);
	});

	it.each(['serverTaskId', 'sourceFileUid'] as const)('finds the jobs of a %s', async (findBy) => {
		const [, wanted = ''] = made('a.txt', 'b.txt', 'c.txt');
		const listed = await run('getMany', { returnAll: true, simplify: false });
		const known = String(listed.find(({ jobUid }) => jobUid === wanted)?.[findBy]);
		expect(uidsIn(await run('find', { findBy, [findBy]: known }))).toEqual([wanted]);
	});

	it('finds no more than are wanted, on any page', async () => {
		made(...Array.from({ length: 60 }, (_one, index) => `x${index}.txt`));
		const [last] = made('last.txt', 'last.txt');
		const [known] = (await run('find', { filename: 'last.txt', simplify: false })).map(
			(one) => one.sourceFileUid,
		);
		const found = await run('find', { findBy: 'sourceFileUid', sourceFileUid: String(known), limit: 1 });
		expect(uidsIn(found)).toEqual([last]);
	});

	it('sends nothing without a name', async () => {
		const error = await thrownBy(run('find', { filename: ' ' }));
		expect((error as Error).message).toContain("'File Name': must not be empty");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: getWebEditorUrl', () => {
	it('gives the address of jobs, and what Phrase warns of', async () => {
		const jobUids = made('a.txt', 'b.txt');
		await run('setStatus', { jobUid: byId(jobUids[0] ?? ''), status: 'DELIVERED' });
		expect(await run('getWebEditorUrl', { jobUids })).toEqual([
			{
				projectUid: sandbox.seed.project.uid,
				jobUids,
				url: `https://cloud.memsource.com/web/job/${jobUids.join('-')}/translate`,
				warnings: [expect.objectContaining({ code: 'IN_DELIVERED_STATE' })],
			},
		]);
	});

	it('says why when jobs cannot be opened together', async () => {
		const jobUids = ['de', 'fr']
			.flatMap((targetLang) => sandbox.createJobs({ targetLang }))
			.map(({ uid }) => uid);
		const error = (await thrownBy(run('getWebEditorUrl', { jobUids }))) as NodeApiError;
		expect(error.description).toContain('different target locales');
	});
});

describe('job: exportToRepository', () => {
	const ofConnector = async () => {
		const { id, files } = sandbox.seed.connector;
		const file = { connectorId: byId(id), folder: files.guide.folder, file: files.guide.encodedName };
		const request = { resource: 'connector', operation: 'requestFileDownload', ...file };
		const { items } = await runTms(sandbox, request);
		return uidsIn(await run('createFromConnectorTask', { targetLangs: ['de'] }, { items }));
	};

	it('gives an item for each job that Phrase has exported, and an error about those that it left out', async () => {
		const [connected] = await ofConnector();
		const [uploaded = ''] = made('a.txt');
		const jobUids = [String(connected), uploaded];
		const [item, failed] = await run('exportToRepository', { jobUids }, { continueOnFail: true });
		expect(item).toEqual({ projectUid: sandbox.seed.project.uid, jobUid: connected, exported: true });
		expect(failed?.error).toMatchObject({
			message: 'Phrase exported 1 of 2, and does not say why it left out the others',
			jobUids: [uploaded],
			done: [connected],
		});
	});
});

describe('job: notifyAssigned', () => {
	let phrase: ScriptedPhrase;

	beforeEach(async () => {
		phrase = await ScriptedPhrase.start((response) => json(response, 200, {}));
	});

	afterEach(async () => await phrase.close());

	const notify = async (parameters: INodeParameters) => {
		const credentials = { phraseTmsApi: phrase.credential() };
		return await run('notifyAssigned', { jobUids: 'j1, j2', ...parameters }, { credentials });
	};

	it('sends what Phrase asks for', async () => {
		const options = { cc: 'a@example.com, b@example.com' };
		const items = await notify({ emailTemplateId: byId('39'), options });
		const { uid: projectUid } = sandbox.seed.project;
		expect(items).toEqual([{ projectUid, jobUids: ['j1', 'j2'], notified: true }]);
		const [sent] = phrase.requests;
		expect(sent?.path).toBe(`/web/api2/v1/projects/${projectUid}/jobs/notifyAssigned`);
		expect(JSON.parse(String(sent?.body))).toEqual({
			jobs: [{ uid: 'j1' }, { uid: 'j2' }],
			emailTemplate: { id: '39' },
			cc: ['a@example.com', 'b@example.com'],
		});
	});

	it('sends nothing without a template', async () => {
		const error = await thrownBy(notify({ emailTemplateId: byId('') }));
		expect((error as Error).message).toContain("'Email Template'");
		expect(phrase.requests).toEqual([]);
	});

	it('keeps to what Phrase knows', async () => {
		const jobUids = made('a.txt');
		await run('notifyAssigned', { jobUids, emailTemplateId: byId('39'), options: { bcc: 'a@example.com' } });
		expect(sandbox.counters().byOperation.notifyAssigned).toBe(1);
	});
});
