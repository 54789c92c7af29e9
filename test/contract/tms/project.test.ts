import type { INodeParameters } from 'n8n-workflow';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { loadOptions, searchList } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters, resource = 'project') => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map(({ json }) => json);
};
const projectUid = () => byId(sandbox.seed.project.uid);
const read = async (uid: unknown) => (await run('get', { projectUid: byId(String(uid)) }))[0];

describe('project: create', () => {
	const required = { name: 'Launch', sourceLang: 'en', targetLangs: ['de', 'cs_cz'] };

	it('creates a project with what is given', async () => {
		const additionalFields = { clientId: byId('2'), dateDue: '2030-06-15T12:00:00Z', note: 'Be quick' };
		const [made] = await run('create', { ...required, additionalFields });
		expect(made).toMatchObject({ name: 'Launch', targetLangs: ['de', 'cs_cz'], status: 'NEW' });
		expect(await read(made?.projectUid)).toMatchObject({ name: 'Launch', sourceLang: 'en' });
	});

	it.each([
		[{ name: '' }, "'Name'"],
		[{ sourceLang: '' }, "'Source Language Name or ID'"],
		[{ targetLangs: [] }, "'Target Language Names or IDs'"],
		[{ additionalFields: { dateDue: '06/15/2030' } }, "'Due Date'"],
	])('sends nothing for %j', async (wrong, named) => {
		const error = await thrownBy(run('create', { ...required, ...wrong }));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('is no item when the answer does not name the project', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/v3/projects$' }, do: { status: 201, body: '{}' } });
		const error = await thrownBy(run('create', required));
		expect((error as { description?: string }).description).toContain('look in Phrase');
	});

	it('is not sent again when Phrase may have created the project', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/v3/projects$' }, do: { reset: 'after' } });
		const error = await thrownBy(run('create', required));
		expect((error as { description?: string }).description).toContain('look in Phrase');
		expect(sandbox.counters().byOperation.createProjectV3).toBe(1);
	});
});

describe('project: createFromTemplate', () => {
	it('takes what the template says, and what is given instead', async () => {
		const [template] = await run('getMany', { limit: 1, filters: { name: 'workflow' } }, 'projectTemplate');
		const templateUid = byId(String(template?.templateUid));
		const [made] = await run('createFromTemplate', { templateUid, name: 'From the template' });
		expect(made).toMatchObject({ templateUid: template?.uid, targetLangs: template?.targetLangs });
		const additionalFields = { targetLangs: 'de' };
		const [other] = await run('createFromTemplate', { templateUid, name: 'In German', additionalFields });
		expect(other?.targetLangs).toEqual(['de']);
		expect(await run('getWorkflowSteps', { projectUid: byId(String(other?.projectUid)) })).toHaveLength(2);
	});
});

describe('a project that there is', () => {
	it('is cloned', async () => {
		const [made] = await run('clone', { projectUid: projectUid(), name: 'The same' });
		expect(made).toMatchObject({ name: 'The same', clonedFrom: sandbox.seed.project.uid });
		expect(made?.projectUid).not.toBe(sandbox.seed.project.uid);
	});

	it('gets another status, and more languages', async () => {
		expect(await run('setStatus', { projectUid: projectUid(), status: 'COMPLETED' })).toEqual([
			{ projectUid: sandbox.seed.project.uid, status: 'COMPLETED' },
		]);
		await run('addTargetLanguages', { projectUid: projectUid(), targetLangs: ['it'] });
		const after = await read(sandbox.seed.project.uid);
		expect(after).toMatchObject({
			status: 'COMPLETED',
			targetLangs: expect.arrayContaining(['cs_cz', 'it']),
		});
	});

	it('shows its workflow steps with the level that jobs have', async () => {
		const steps = await run('getWorkflowSteps', { projectUid: byId(sandbox.seed.workflowProject.uid) });
		expect(steps.map(({ workflowLevel }) => workflowLevel)).toEqual([1, 2]);
	});
});

describe('project templates', () => {
	it('are read one by one', async () => {
		const [template] = await run('getMany', { limit: 1 }, 'projectTemplate');
		const templateUid = byId(String(template?.templateUid));
		expect(await run('get', { templateUid }, 'projectTemplate')).toEqual([template]);
	});

	it('and languages are offered in lists', async () => {
		const credentials = { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } };
		const parameters = { authentication: 'phraseTmsApi' };
		const setup = { credentials, parameters };
		const found = await searchList(new PhraseTms(), 'searchProjectTemplates', {
			...setup,
			filter: 'workflow',
		});
		expect(found.results.map(({ name }) => name)).toEqual(['Template of Sandbox project with workflow']);
		const languages = await loadOptions(new PhraseTms(), 'getAllLangs', setup);
		expect(languages).toContainEqual({ name: 'German (de)', value: 'de' });
	});
});
