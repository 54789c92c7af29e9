import type { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { eventItems } from '../../../core/phrase/events/eventItems';
import { readEvent } from '../../../core/phrase/events/readEvent';
import { WEBHOOK_EVENTS } from '../../../core/phrase/events/webhookEvents';
import { ScriptedPhrase } from '../../support/phrase';
import { json, LoopbackServer } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, more = {}, setup = {}) =>
	await runTms(sandbox, { resource: 'webhook', operation, ...more }, setup);

it('returns samples in the form of the items that Phrase TMS Trigger makes of a real call', async () => {
	const receiver = await LoopbackServer.start((response) => response.end());
	const { items: webhooks } = await run('create', {
		name: 'Test',
		url: receiver.url,
		events: ['JOB_STATUS_CHANGED'],
	});
	const webhookUid = byId(String(webhooks[0]?.json.webhookUid));
	await run('sendTest', { webhookUid, event: 'JOB_STATUS_CHANGED' });
	await sandbox.delivered();
	const body = JSON.parse(receiver.received[0]?.body.toString() ?? '') as Record<string, never>;
	const event = readEvent(body);
	const real = event === undefined ? [] : eventItems(event);
	await receiver.close();

	const { items } = await run('getSamples', { events: ['JOB_STATUS_CHANGED'] });
	expect(items.length).toBeGreaterThan(0);
	expect(items.map(({ json: { eventUid: _, timestamp: __, ...sample } }) => sample)).toEqual(
		real.map(({ eventUid: _, timestamp: __, ...sample }) => sample),
	);
});

it('returns a sample of every event, and of those that Phrase adds', async () => {
	sandbox.configure({ webhooks: { extraEvents: ['TERM_BASE_CREATED'] } });
	const events = WEBHOOK_EVENTS.map(({ value }) => value);
	const { items } = await run('getSamples', { events, otherEvents: 'TERM_BASE_CREATED' });
	const shown = new Map(items.map((item) => [item.json.event, item.json.known]));
	expect([...shown.keys()]).toEqual([...events, 'TERM_BASE_CREATED']);
	expect([...shown.values()].filter((known) => known === false)).toHaveLength(1);
});

it('asks for events, and says which ones Phrase does not have', async () => {
	const none = (await thrownBy(run('getSamples', { events: [] }))) as NodeOperationError;
	expect(none.message).toContain('Choose at least one event');
	const unknown = (await thrownBy(run('getSamples', { otherEvents: 'TERM_BASE_CREATED' }))) as NodeApiError;
	expect(unknown.description).toContain('TERM_BASE_CREATED');
});

describe('a Phrase whose samples are odd', () => {
	let phrase: ScriptedPhrase;
	let previews: unknown;

	beforeAll(async () => {
		phrase = await ScriptedPhrase.start((response) => json(response, 200, { previews }));
	});

	afterAll(async () => {
		await phrase.close();
	});

	const samples = async (events: string[], setup = {}) =>
		await run('getSamples', { events }, { credentials: { phraseTmsApi: phrase.credential() }, ...setup });

	it.each([['not {JSON'], ['[]'], ['{}'], [''], [null]])(
		'shows an error for the sample %j, and the others',
		async (preview) => {
			previews = [
				{ event: 'JOB_CREATED', preview },
				{ event: 'PROJECT_CREATED', preview: '{"project":{"uid":"p1"}}' },
			];
			const { items } = await samples(['JOB_CREATED', 'PROJECT_CREATED'], { continueOnFail: true });
			expect(items.map((item) => item.json)).toEqual([
				{
					error: expect.objectContaining({
						message: "Phrase's sample of JOB_CREATED is not the body of a webhook call",
						event: 'JOB_CREATED',
					}),
				},
				expect.objectContaining({ event: 'PROJECT_CREATED', projectUid: 'p1', timestamp: null }),
			]);
			const error = (await thrownBy(samples(['JOB_CREATED', 'PROJECT_CREATED']))) as NodeApiError;
			expect(error.description).toContain("'Send Test'");
		},
	);

	it('tells which samples Phrase does not have', async () => {
		previews = [{ event: 'PROJECT_CREATED', preview: '{"event":"PROJECT_CREATED"}' }];
		const { items, context } = await samples(['JOB_CREATED', 'PROJECT_CREATED']);
		expect(items).toHaveLength(1);
		expect(context.hints).toEqual([
			expect.objectContaining({ message: 'Phrase has no sample of JOB_CREATED.' }),
		]);
	});
});
