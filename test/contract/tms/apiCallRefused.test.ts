import type { NodeOperationError } from 'n8n-workflow';
import { tmsCaller } from '../../support/apiCall';
import { thrownBy } from '../../support/thrownBy';
import { byId } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();
const call = tmsCaller(sandbox);
const projectUid = 'abcdefghijklmnopqrstuv';

afterEach(() => {
	expect(sandbox.requests()).toEqual([]);
});

it.each([
	['listPartsV2', { projectUid, status: ['NEW', 'ACEPTED'] }, "at 'status.1'", 'did you mean ACCEPTED?'],
	['listPartsV2', { projectUid, workflowLevel: 16 }, "at 'workflowLevel'", 'expected 15 or less, not 16'],
	['listPartsV2', { projectUid, statuss: ['NEW'] }, "at 'statuss'", "did you mean 'status'?"],
	['listPartsV2', { projectUid, pageNumber: 2 }, "at 'pageNumber'", "use 'Return All' or 'Limit'"],
	['listPartsV2', {}, "at 'projectUid'", 'must not be empty'],
	['listPartsV2', { projectUid, count: 'perhaps' }, "at 'count'", 'expected true or false'],
	['createProjectV3', { name: 'a', sourceLang: 'en' }, "at 'targetLangs'", 'must not be empty'],
	[
		'createProjectV3',
		{ name: {}, sourceLang: 'en', targetLangs: ['de'] },
		"at 'name'",
		'expected text, not an object',
	],
	['createAnalyseAsyncV2', { jobs: [{ id: 'a' }] }, "at 'jobs.0.id'", "did you mean 'uid'?"],
	['createAnalyseAsyncV2', { jobs: [{ uid: '…' }] }, "at 'jobs.0.uid'", "put a value in place of '…'"],
	['createAnalyseAsyncV2', { jobs: '[{]' }, "at 'jobs'", 'cannot be read'],
	['createUserV3', { role: 'LINGUISTS' }, "at 'role'", 'did you mean LINGUIST?'],
	['POST /api2/v9/things/{thingUid}', {}, "at 'thingUid'", 'must not be empty'],
])('%s with %j names the parameter', async (endpoint, parameters, place, what) => {
	const { message } = (await thrownBy(call.byHand(endpoint, parameters))) as NodeOperationError;
	expect(message).toContain(`'Parameters', ${place}: `);
	expect(message).toContain(what);
});

it.each([
	['projects', "expected a method and a path, such as 'GET /api2/v1/projects'"],
	['', 'choose one from the list'],
	['GET /api2/v1/../../admin', 'expected a method and a path'],
])('the endpoint %j says what is expected', async (endpoint, what) => {
	await expect(call.byHand(endpoint)).rejects.toThrow(what);
});

it('what is not JSON, and no object', async () => {
	await expect(call.byHand('getProject', {}, { jsonParameters: '{"a' })).rejects.toThrow('cannot be read');
	await expect(call.byHand('getProject', {}, { jsonParameters: '[1]' })).rejects.toThrow(
		'expected an object',
	);
});

it('a list to choose from that was left empty', async () => {
	const chosen = call.chosen('GET /api2/v1/projects/{projectUid}#one', { projectUid: byId('') });
	await expect(chosen).rejects.toThrow("'Project': choose one from the list, or give its ID");
});

it('a file that is missing, and one beside what excludes it', async () => {
	await expect(call.byHand('uploadGlossary', { glossaryUid: 'a' })).rejects.toThrow(
		"at 'file': must not be empty",
	);
});

it('a callback of which Phrase knows nothing', async () => {
	const parameters = { projectUid, jobUid: 'a' };
	await expect(call.byHand('completedFileV2', parameters, { notify: 'thisExecution' })).rejects.toThrow(
		"'Notify': Phrase calls nobody back about this endpoint",
	);
});

it('a member of another one of several objects', async () => {
	const user = {
		userName: 'a',
		firstName: 'a',
		lastName: 'a',
		email: 'a@example.com',
		timezone: 'Europe/Prague',
	};
	const parameters = { role: 'GUEST', ...user, autoAcceptBudget: true, editTranslationsInTM: true };
	await expect(call.byHand('createUserV3', parameters)).rejects.toThrow(
		/'Parameters', at '\w+': Phrase knows no such name/,
	);
});
