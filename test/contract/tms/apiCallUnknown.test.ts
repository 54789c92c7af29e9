import type { INodeParameters } from 'n8n-workflow';
import { readBinary, runNode } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { byId } from '../../support/tms';
import { LoopbackServer, type Answer } from '../../support/server';

/** A Phrase with endpoints that the catalogue does not know. */
let phrase: LoopbackServer;
let answer: { status: number; headers: Record<string, string>; body: string };

beforeAll(async () => {
	const answered: Answer = (response) => {
		response.writeHead(answer.status, answer.headers);
		response.end(answer.body);
	};
	phrase = await LoopbackServer.start(answered);
});

beforeEach(() => phrase.received.splice(0));

afterAll(async () => await phrase.close());

/** Calls an endpoint that was typed by hand. */
async function call(endpoint: string, parameters: object = {}, others: INodeParameters = {}) {
	const { items } = await runNode(new PhraseTms(), {
		credentials: {
			phraseTmsApi: {
				authType: 'apiToken',
				apiToken: 'a-token',
				region: 'custom',
				tmsUrl: `${phrase.url}/web`,
			},
		},
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'api',
			operation: 'call',
			endpoint: byId(endpoint),
			parameterInput: 'json',
			jsonParameters: JSON.stringify(parameters),
			...others,
		},
	});
	return items;
}

const jsonOf = async (...given: Parameters<typeof call>) => (await call(...given)).map(({ json }) => json);

function answers(body: unknown, status = 200): void {
	const headers = { 'content-type': 'application/json' };
	answer = { status, headers, body: body === undefined ? '' : JSON.stringify(body) };
}

const lastPath = () => phrase.received.at(-1)?.path;

describe('an endpoint that nobody knows gives what its answer turns out to be', () => {
	it('an object', async () => {
		answers({ uid: 'a' });
		const parameters = { thingUid: 'a b', query: { deep: true }, purge: true };
		expect(await jsonOf('GET /api2/v9/things/{thingUid}', parameters)).toEqual([{ uid: 'a' }]);
		expect(lastPath()).toBe('/web/api2/v9/things/a%20b?deep=true&purge=true');
	});

	it('the entries of a list', async () => {
		answers([{ uid: 'a' }, 2]);
		expect(await jsonOf('GET /api2/v9/things')).toEqual([{ uid: 'a' }, { value: 2 }]);
	});

	it('the entries of pages, as many as are wanted', async () => {
		answers({ content: [{ uid: 'a' }, { uid: 'b' }], totalPages: 1, pageNumber: 0 });
		expect(await jsonOf('GET /api2/v9/things', {}, { limit: 1 })).toEqual([{ uid: 'a' }]);
		answers({ content: [{ uid: 'a' }], totalPages: 2, pageNumber: 0 });
		await jsonOf('GET /api2/v9/things', {}, { returnAll: true });
		expect(phrase.received.map(({ path }) => path)).toContain('/web/api2/v9/things?pageNumber=1&pageSize=50');
	});

	it('started work, which was started once', async () => {
		answers({ asyncRequest: { id: '7' } });
		const items = await jsonOf('POST /api2/v9/things', { name: 'a' }, { waitForCompletion: false });
		expect(items).toMatchObject([{ asyncRequestId: '7' }]);
		expect(phrase.received.map(({ body }) => String(body))).toEqual(['{"name":"a"}']);
	});

	it('nothing', async () => {
		answers(undefined, 204);
		const items = await jsonOf('DELETE /api2/v9/things/{thingUid}', { thingUid: 'a' });
		expect(items).toEqual([{ thingUid: 'a', success: true }]);
	});

	it('a file', async () => {
		answer = { status: 200, headers: { 'content-type': 'text/csv' }, body: 'a,b' };
		const [item] = await call(
			'GET /api2/v9/things/{thingUid}',
			{ thingUid: 'a' },
			{ binaryPropertyName: 'table' },
		);
		expect(item?.json).toEqual({ thingUid: 'a', fileName: 'a' });
		expect(String(await readBinary(item?.binary?.table))).toBe('a,b');
	});

	it('a refusal, with what Phrase says', async () => {
		answers({ errorCode: 'NotToday', errorDescription: 'Come back tomorrow' }, 409);
		await expect(call('PATCH /api2/v9/things/{thingUid}', { thingUid: 'a' })).rejects.toThrow('HTTP 409');
		expect(phrase.received).toHaveLength(1);
	});
});
