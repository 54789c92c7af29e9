import type { INodeParameters, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import type { Webhook } from '../../../sandbox';
import { searchList, type NodeRun } from '../../../n8n/inProcess';
import { ScriptedPhrase } from '../../support/phrase';
import { json } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, emptyItems, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const SECRET = 'a "quoted" secret';
const URL = 'https://example.com/phrase-events';

const sandbox = useSandbox();

async function run(operation: string, more = {}, setup = {}): Promise<NodeRun> {
	return await runTms(sandbox, { resource: 'webhook', operation, ...more }, setup);
}

/** Creates a webhook with the node and gives it as the sandbox has it. */
async function created(more: object = {}): Promise<Webhook> {
	const { items } = await run('create', {
		name: 'Finished jobs',
		url: URL,
		events: ['JOB_STATUS_CHANGED'],
		additionalFields: { secretToken: SECRET },
		...more,
	});
	return inSandbox(String(items[0]?.json.webhookUid));
}

function inSandbox(uid: string): Webhook {
	const found = sandbox.webhooks().find((webhook) => webhook.uid === uid);
	if (!found) throw new Error(`There is no webhook ${uid}`);
	return found;
}

describe('create', () => {
	it('registers the events of the list and those beside it, each once', async () => {
		sandbox.configure({ webhooks: { extraEvents: ['TERM_BASE_CREATED'] } });
		const { items } = await run('create', {
			name: 'Everything about jobs',
			url: URL,
			events: ['JOB_CREATED', 'JOB_STATUS_CHANGED'],
			otherEvents: 'TERM_BASE_CREATED, JOB_CREATED',
			additionalFields: { secretToken: SECRET, status: 'DISABLED' },
		});
		expect(sandbox.webhooks()).toEqual([
			expect.objectContaining({
				name: 'Everything about jobs',
				url: URL,
				events: ['JOB_CREATED', 'JOB_STATUS_CHANGED', 'TERM_BASE_CREATED'],
				secretToken: SECRET,
				status: 'DISABLED',
			}),
		]);
		const { uid } = sandbox.webhooks()[0] ?? {};
		expect(items).toEqual([
			{
				json: expect.objectContaining({ webhookUid: uid, uid, status: 'DISABLED', hasSecretToken: true }),
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([
		[{ secretToken: SECRET }, 'X_MEMSOURCE_TOKEN'],
		[{ secretToken: SECRET, secretTokenType: 'AUTHORIZATION' }, 'AUTHORIZATION'],
		[{ secretToken: SECRET, secretTokenType: 'X_MEMSOURCE_TOKEN' }, 'X_MEMSOURCE_TOKEN'],
		[{}, undefined],
	])('says with %j which header the secret comes in', async (additionalFields, secretTokenType) => {
		const { uid } = await created({ additionalFields });
		expect(inSandbox(uid).secretTokenType).toBe(secretTokenType);
	});

	it.each([
		[{ additionalFields: { secretTokenType: 'COOKIE' } }, "'Secret Token Header': "],
		[{ events: [] }, "Choose at least one event in 'Events', or name one in 'Other Events'"],
		[{ events: ['job created'] }, "'Events', at '0': \"job created\" is not an event as Phrase writes it"],
		[{ otherEvents: 'TERM-BASE' }, "'Other Events', at '0': \"TERM-BASE\" is not an event"],
		[{ url: 'example.com' }, "'URL': expected a URL that starts with http:// or https://"],
		[{ name: '' }, "'Name': must not be empty"],
		[{ additionalFields: { secretToken: '={{ $json.nothing }}' } }, "'Secret Token': must not be empty"],
		[{ additionalFields: { secretToken: 'x'.repeat(256) } }, 'must have at most 255 characters'],
	])('sends nothing with %j, and says why', async (wrong, message) => {
		const error = (await thrownBy(created(wrong))) as NodeOperationError;
		expect(error.message).toContain(message);
		expect(sandbox.requests()).toEqual([]);
	});

	it('tells which events Phrase does not have', async () => {
		const error = (await thrownBy(created({ otherEvents: 'TERM_BASE_CREATED' }))) as NodeApiError;
		expect(error.message).toBe('Phrase TMS did not accept the request (HTTP 400)');
		expect(error.description).toContain('TERM_BASE_CREATED');
	});
});

describe('get and getMany', () => {
	it('read webhooks, and never their secret', async () => {
		const { uid } = await created();
		const simple = await run('get', { webhookUid: byId(uid) });
		expect(simple.items[0]?.json).toEqual({
			webhookUid: uid,
			uid,
			name: 'Finished jobs',
			url: URL,
			events: ['JOB_STATUS_CHANGED'],
			status: 'ENABLED',
			failedAttempts: 0,
			hasSecretToken: true,
			created: expect.any(String),
			lastModified: expect.any(String),
		});
		const raw = await run('get', { webhookUid: byId(uid), simplify: false });
		expect(raw.items[0]?.json).toMatchObject({ uid, hasSecretToken: true, createdBy: expect.anything() });
		const list = await run('getMany', { simplify: false });
		expect(list.items[0]?.json).toEqual(raw.items[0]?.json);
		expect(JSON.stringify([simple.items, raw.items, list.items])).not.toMatch(/quoted|secretToken"/);
	});

	it('return all pages, or as many as wanted', async () => {
		await run(
			'create',
			{ name: 'One of many', url: URL, events: ['JOB_CREATED'] },
			{ items: emptyItems(51) },
		);
		const all = await run('getMany', { returnAll: true });
		expect(new Set(all.items.map(({ json: { webhookUid } }) => webhookUid)).size).toBe(51);
		expect((await run('getMany', { limit: 3 })).items).toHaveLength(3);
	});

	it.each([
		[{ name: 'finished' }],
		[{ url: URL }],
		[{ status: 'ENABLED' }],
		[{ events: ['JOB_STATUS_CHANGED'] }],
		[{ otherEvents: 'JOB_STATUS_CHANGED' }],
	])('filter by %j', async (filters) => {
		await created({
			name: 'Another',
			url: `${URL}/other`,
			events: ['PROJECT_CREATED'],
			additionalFields: { status: 'DISABLED' },
		});
		const { uid } = await created();
		const { items } = await run('getMany', { filters });
		expect(items.map(({ json }) => json.webhookUid)).toEqual([uid]);
	});

	it('say what to do about a webhook that is not there', async () => {
		const error = (await thrownBy(run('get', { webhookUid: byId('gone') }))) as NodeApiError;
		expect(error).toMatchObject({
			message: 'Webhook gone was not found (HTTP 404)',
			httpCode: '404',
		});
		expect(error.description).toContain('gone');
	});
});

describe('update', () => {
	const update = async (webhookUid: string, updateFields: object) =>
		await run('update', { webhookUid: byId(webhookUid), updateFields });

	it.each([
		[{ name: 'Renamed' }, { name: 'Renamed' }],
		[{ url: `${URL}/new` }, { url: `${URL}/new` }],
		[{ status: 'DISABLED' }, { status: 'DISABLED' }],
		[{ events: ['JOB_CREATED'] }, { events: ['JOB_CREATED'] }],
		[{ events: ['JOB_CREATED'], otherEvents: 'JOB_DELETED' }, { events: ['JOB_CREATED', 'JOB_DELETED'] }],
		[{ secretToken: 'another secret' }, { secretToken: 'another secret' }],
		[{ removeSecretToken: true }, { secretToken: undefined }],
	])('changes with %j nothing else', async (updateFields, change) => {
		const { uid } = await created({ events: ['JOB_STATUS_CHANGED', 'JOB_ASSIGNED'] });
		const before = inSandbox(uid);
		const { items } = await update(uid, updateFields);
		expect(inSandbox(uid)).toEqual({ ...before, ...change, lastModified: expect.anything() });
		const { secretToken, ...visible } = change as Partial<Webhook>;
		expect(items[0]?.json).toMatchObject({ webhookUid: uid, ...visible });
		expect(JSON.stringify(items)).not.toContain(secretToken ?? SECRET);
	});

	it.each([[{ name: 'Renamed' }], [{ secretToken: 'another secret' }], [{ events: ['JOB_CREATED'] }]])(
		'keeps with %j the header that the secret comes in',
		async (updateFields) => {
			const { uid } = await created({
				additionalFields: { secretToken: SECRET, secretTokenType: 'AUTHORIZATION' },
			});
			await update(uid, updateFields);
			expect(inSandbox(uid).secretTokenType).toBe('AUTHORIZATION');
			await update(uid, { secretTokenType: 'X_MEMSOURCE_TOKEN' });
			expect(inSandbox(uid).secretTokenType).toBe('X_MEMSOURCE_TOKEN');
		},
	);

	it.each([
		[{}, "'Update Fields' says nothing: add what is to change"],
		[{ events: [] }, "Choose at least one event in 'Events'"],
		[{ secretToken: '' }, "'Secret Token': must not be empty"],
		[
			{ secretToken: 'new', removeSecretToken: true },
			"'Secret Token' and 'Remove Secret Token' exclude each other: give one of them",
		],
	])('sends nothing with %j, and says why', async (updateFields, message) => {
		const error = (await thrownBy(update('some', updateFields))) as NodeOperationError;
		expect(error.message).toContain(message);
		expect(sandbox.requests()).toEqual([]);
	});

	it('gives an error item for a webhook that is not there, and changes the others', async () => {
		const { uid } = await created();
		const { items } = await run(
			'update',
			{ webhookUid: '={{ $json.uid }}', updateFields: { name: 'Renamed' } },
			{ items: [{ json: { uid: 'gone' } }, { json: { uid } }], continueOnFail: true },
		);
		expect(items).toEqual([
			{ json: { error: expect.objectContaining({ httpCode: 404 }) }, pairedItem: { item: 0 } },
			{ json: expect.objectContaining({ webhookUid: uid, name: 'Renamed' }), pairedItem: { item: 1 } },
		]);
	});
});

it('delete removes a webhook', async () => {
	const { uid } = await created();
	const { items } = await run('delete', { webhookUid: byId(uid) });
	expect(items[0]?.json).toEqual({ webhookUid: uid, deleted: true });
	expect(sandbox.webhooks()).toEqual([]);
});

it('the dropdown finds by name, shows the URL, and comes page by page', async () => {
	await run('create', { name: 'One of many', url: URL, events: ['JOB_CREATED'] }, { items: emptyItems(51) });
	const { uid } = await created();
	const search = async (more: object) =>
		await searchList(new PhraseTms(), 'searchWebhooks', {
			parameters: { authentication: 'phraseTmsApi' },
			credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
			...more,
		});
	const first = await search({});
	const second = await search({ paginationToken: first.paginationToken });
	expect([first.results.length, second.results.length]).toEqual([50, 2]);
	expect((await search({ filter: 'finished' })).results).toEqual([
		{ name: `Finished jobs (${URL})`, value: uid },
	]);
});

describe('a Phrase that tells less, or more, than documented', () => {
	let phrase: ScriptedPhrase;
	let webhook: Record<string, unknown>;
	let refusal: string | undefined;

	beforeAll(async () => {
		phrase = await ScriptedPhrase.start((response, { method, body }) => {
			if (method === 'GET') json(response, 200, webhook);
			else if (refusal !== undefined) json(response, 400, { errorDescription: refusal });
			else json(response, 200, { ...webhook, ...(JSON.parse(body.toString()) as object) });
		});
	});

	beforeEach(() => {
		webhook = { uid: 'w1', name: 'Hook', url: URL, events: ['JOB_CREATED'], status: 'ENABLED' };
		refusal = undefined;
		phrase.server.received.length = 0;
	});

	afterAll(async () => {
		await phrase.close();
	});

	const update = async (updateFields: INodeParameters) =>
		await runTms(
			sandbox,
			{ resource: 'webhook', operation: 'update', webhookUid: byId('w1'), updateFields },
			{ credentials: { phraseTmsApi: phrase.credential() } },
		);

	const written = () =>
		phrase.requests
			.filter(({ method }) => method === 'PUT')
			.map(({ body }) => JSON.parse(body.toString()) as unknown);

	it.each([[undefined], ['********'], ['••••']])(
		'asks for the secret instead of losing it when it reads %j',
		async (secretToken) => {
			webhook = { ...webhook, secretToken };
			const error = (await thrownBy(update({ name: 'Renamed' }))) as NodeOperationError;
			expect(error.message).toContain('the node changed nothing');
			expect(error.description).toContain("'Secret Token'");
			expect(written()).toEqual([]);

			await update({ name: 'Renamed', secretToken: 'the secret' });
			await update({ name: 'Renamed', removeSecretToken: true });
			expect(written()).toEqual([
				expect.objectContaining({ name: 'Renamed', secretToken: 'the secret' }),
				expect.not.objectContaining({ secretToken: expect.anything() }),
			]);
		},
	);

	it.each([[null], ['']])('takes %j for the word that there is no secret', async (secretToken) => {
		webhook = { ...webhook, secretToken };
		const { items } = await update({ name: 'Renamed' });
		expect(items[0]?.json).toMatchObject({ name: 'Renamed', hasSecretToken: false });
		expect(written()).toEqual([expect.not.objectContaining({ secretToken: expect.anything() })]);
	});

	it('leaves open whether there is a secret when Phrase does not tell', async () => {
		const { items } = await runTms(
			sandbox,
			{ resource: 'webhook', operation: 'get', webhookUid: byId('w1') },
			{ credentials: { phraseTmsApi: phrase.credential() } },
		);
		expect(items[0]?.json).toMatchObject({ webhookUid: 'w1', hasSecretToken: null });
	});

	it.each([[{ name: 'x' }], [{ secretToken: SECRET }]])(
		'shows no secret when Phrase quotes it in its refusal of %j',
		async (updateFields) => {
			webhook = { ...webhook, secretToken: SECRET };
			refusal = `secretToken ${SECRET} is not good enough`;
			const error = (await thrownBy(update(updateFields))) as NodeApiError;
			expect(error.description).toContain('secretToken *** is not good enough');
			expect(JSON.stringify(error)).not.toContain('quoted');
		},
	);
});
