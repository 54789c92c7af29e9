import type { INodeParameters, ResourceMapperField } from 'n8n-workflow';
import { loadFields, searchList } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { byId } from '../../support/tms';

const fieldsOf = async (endpoint: string | INodeParameters) => {
	const value = typeof endpoint === 'string' ? { __rl: true, mode: 'list', value: endpoint } : endpoint;
	const parameters = { resource: 'api', operation: 'call', endpoint: value };
	return await loadFields(new PhraseTms(), 'getEndpointParameters', { parameters });
};

const search = async (filter?: string, paginationToken?: string) => {
	const setup = { parameters: { resource: 'api', operation: 'call' }, filter, paginationToken };
	return await searchList(new PhraseTms(), 'searchEndpoints', setup);
};

/** `name*: type`, as far as it tells them apart. */
function written({ id, required, type, options }: ResourceMapperField): string {
	const choices = options?.map(({ value }) => value).join('|');
	return `${id}${required ? '*' : ''}: ${type}${choices === undefined ? '' : ` ${choices}`}`;
}

describe('the fields of', () => {
	it.each([
		[
			'GET /api2/v1/analyses/{analyseUid}/download#file',
			['analyseUid*: string', 'format*: options CSV|CSV_EXTENDED|LOG|JSON'],
		],
		['DELETE /api2/v1/projects/{projectUid}#one', ['purge: boolean']],
		['POST /api2/v1/termBases/{termBaseUid}/upload', ['termBaseUid*: string', 'file*: string']],
		[
			'PUT /api2/v1/projects/{projectUid}/jobs/batch',
			['status*: options ACCEPTED', 'jobs: array', 'dateDue: dateTime'],
		],
		['POST /api2/v3/users#one', ['role*: options ADMIN|GUEST', 'userName*: string', 'password: string']],
	])('%s are its own', async (endpoint, expected) => {
		const { fields } = await fieldsOf(endpoint);
		const found = fields.map(written);
		for (const one of expected) expect(found).toContainEqual(expect.stringContaining(one));
	});

	it('an endpoint are other ones than those of another', async () => {
		const endpoints = (await search()).results.slice(0, 20);
		const all = await Promise.all(endpoints.map(async ({ value }) => await fieldsOf(String(value))));
		expect(new Set(all.map(({ fields }) => fields.map(written).join())).size).toBeGreaterThan(15);
	});

	it('one that has lists of its own leave these to them', async () => {
		const { fields } = await fieldsOf('GET /api2/v1/projects/{projectUid}/jobs/{jobUid}#one');
		expect(fields).toEqual([]);
	});

	it('one that starts work leave the callback to Notify', async () => {
		const { fields } = await fieldsOf('POST /api2/v3/projects/{projectUid}/jobs/preTranslate#work');
		expect(fields.map(({ id }) => id)).not.toContain('callbackUrl');
	});

	it('one with objects come with an example to fill in', async () => {
		const { fields } = await fieldsOf('POST /api2/v2/analyses#work');
		const { defaultValue } = fields.find(({ id }) => id === 'jobs') ?? {};
		expect(JSON.parse(String(defaultValue))).toEqual([{ uid: '…' }]);
	});

	it('one that nobody knows are what its path shows, the body and the query', async () => {
		const { fields } = await fieldsOf(byId('POST /api2/v9/things/{thingUid}'));
		expect(fields.map(written)).toEqual(['thingUid*: string', 'body: object', 'query: object']);
	});

	it('none ask for one', async () => {
		expect(await fieldsOf('')).toEqual({ fields: [], emptyFieldsNotice: 'Choose an endpoint first.' });
	});
});

describe('the list of endpoints', () => {
	it('has all of them, page by page, and says which are old', async () => {
		const names: string[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await search('', token);
			names.push(...results.map(({ name }) => name));
			token = paginationToken;
		} while (token !== undefined);
		expect(names.length).toBeGreaterThan(450);
		expect(names.filter((name) => name.includes('superseded by')).length).toBeGreaterThan(5);
		expect(names.findIndex((name) => name.includes('superseded by'))).toBeGreaterThan(400);
	});

	it.each([
		['term base import', 'POST /api2/v2/termBases/{termBaseUid}/upload#work'],
		['POST …/jobs', 'POST /api2/v1/projects/{projectUid}/jobs#work'],
		['completedFileV3', 'PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile#work'],
		['list the jobs of a project', 'GET /api2/v2/projects/{projectUid}/jobs#list'],
		['download an analysis', 'GET /api2/v1/analyses/{analyseUid}/download#file'],
	])('finds by %p', async (filter, expected) => {
		expect((await search(filter)).results[0]?.value).toBe(expected);
	});
});
