import type { INodeParameters } from 'n8n-workflow';
import { triggerPath, until, withParameters, type N8nClient, type StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { eventWorkflow, TRIGGER } from '../../n8n/workflows/eventWorkflow';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 30_000;

/** The webhooks that Phrase TMS Trigger keeps in Phrase, as workflows of a real n8n come and go. */
describe('the webhooks of Phrase TMS Trigger', () => {
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
	});

	const created = async (parameters: INodeParameters, name?: string) =>
		await n8n.createWorkflow(eventWorkflow(phrase.tms, parameters, name));

	const urlOf = (workflow: StoredWorkflow, root = 'webhook') =>
		`${sharedN8n().url}/${root}/${triggerPath(workflow)}`;

	/** The webhook that a workflow is to have in Phrase. */
	function wanted(workflow: StoredWorkflow, events: string[], mode: 'production' | 'test' = 'production') {
		return {
			url: urlOf(workflow, mode === 'production' ? 'webhook' : 'webhook-test'),
			events,
			name: expect.stringMatching(new RegExp(`${workflow.name}.*${mode}.*${workflow.id}`)) as string,
			status: 'ENABLED',
			failedAttempts: 0,
			secretToken: expect.stringMatching(/^.{32,}$/) as string,
		};
	}

	const found = () =>
		phrase.sandbox.webhooks().map(({ url, events, name, status, failedAttempts, secretToken }) => ({
			url,
			events,
			name,
			status,
			failedAttempts,
			secretToken,
		}));

	const uids = () => phrase.sandbox.webhooks().map(({ uid }) => uid);

	test('are exactly the wanted ones after each step', async () => {
		const { sandbox } = phrase;
		const workflow = await created({ events: ['JOB_STATUS_CHANGED'] }, 'First');
		expect(found()).toEqual([]);

		await n8n.activate(workflow);
		expect(found()).toEqual([wanted(workflow, ['JOB_STATUS_CHANGED'])]);

		const more = { events: ['PROJECT_CREATED', 'JOB_CREATED', 'ALL_JOBS_REACHED_STATUS'] };
		const changed = await n8n.updateWorkflow(workflow, withParameters(workflow, TRIGGER, more));
		await n8n.activate(changed);
		const events = ['JOB_CREATED', 'JOB_DELETED', 'JOB_STATUS_CHANGED', 'PROJECT_CREATED'];
		expect(found()).toEqual([wanted(changed, events)]);

		sandbox.disableWebhook(uids()[0] ?? '');
		await n8n.deactivate(changed);
		await n8n.activate(changed);
		expect(found()).toEqual([wanted(changed, events)]);

		sandbox.deleteWebhook(uids()[0] ?? '');
		await n8n.deactivate(changed);
		expect(found()).toEqual([]);
		await n8n.activate(changed);
		expect(found()).toEqual([wanted(changed, events)]);

		const second = await created({ events: ['JOB_CREATED'] }, 'Second');
		await n8n.activate(second);
		expect(found()).toEqual([wanted(changed, events), wanted(second, ['JOB_CREATED'])]);
		const [first, other] = sandbox.webhooks();
		expect(first?.secretToken).not.toBe(other?.secretToken);

		await n8n.deactivate(changed);
		expect(found()).toEqual([wanted(second, ['JOB_CREATED'])]);
		await n8n.deactivate(second);
		expect(found()).toEqual([]);
	});

	test('of others stay as they are', async () => {
		const { sandbox } = phrase;
		const workflow = await created({ events: ['JOB_CREATED'] });
		// One of somebody else's is even for this n8n, and one looks as if this node had made it in another n8n.
		const foreign = [
			{ name: 'Someone else', url: 'https://example.com/hook', events: ['JOB_CREATED'] },
			{ name: 'Made by hand', url: `${sharedN8n().url}/webhook/other`, events: ['JOB_DELETED'] },
			{
				name: `n8n · Account events · ${TRIGGER} · production · ${workflow.id}/trigger`,
				url: `https://n8n.example.com/webhook/${triggerPath(workflow)}`,
				events: ['JOB_CREATED'],
			},
		];
		for (const body of foreign) await createWebhook(body);
		const before = sandbox.webhooks();
		await n8n.activate(workflow);
		expect(sandbox.webhooks().slice(0, 3)).toEqual(before);
		expect(sandbox.webhooks()).toHaveLength(4);
		await n8n.deactivate(workflow);
		expect(sandbox.webhooks()).toEqual(before);
	});

	async function createWebhook(body: object): Promise<void> {
		const { tmsUrl, credentials } = phrase.sandbox;
		const response = await fetch(`${tmsUrl}/api2/v2/webhooks`, {
			method: 'POST',
			headers: {
				authorization: `ApiToken ${credentials.phraseTmsApiToken.apiToken}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify(body),
		});
		expect([response.status, await response.text()]).toEqual([201, expect.anything()]);
	}

	describe('while somebody listens for a test event', () => {
		test('production goes on, the samples of Phrase come, and the test leaves nothing behind', async () => {
			const { sandbox } = phrase;
			const workflow = await created({ events: ['JOB_STATUS_CHANGED'] });
			await n8n.activate(workflow);
			const [production] = sandbox.webhooks();

			await n8n.listen(workflow, TRIGGER);
			const [execution] = await n8n.executionsOf(workflow, 1);
			expect(execution?.error).toBeUndefined();
			expect(execution?.items(TRIGGER).map(({ json }) => json)).toMatchObject([
				{ event: 'JOB_STATUS_CHANGED', known: true, sample: true, jobUid: expect.any(String) as string },
			]);
			await until('the webhook of the test is gone', DEADLINE_MS, () =>
				sandbox.webhooks().length === 1 ? true : undefined,
			);
			expect(sandbox.webhooks()).toEqual([production]);

			sandbox.emit({ event: 'JOB_STATUS_CHANGED' });
			await sandbox.delivered();
			expect(await n8n.executionsOf(workflow, 2)).toHaveLength(2);
			await n8n.deactivate(workflow);
			expect(sandbox.webhooks()).toEqual([]);
		});

		test('a test that Phrase refuses, and does not let go, keeps no other one from beginning', async () => {
			const { sandbox } = phrase;
			const parameters = { events: ['JOB_CREATED'], eventOptions: { testWith: 'realEvents' } };
			const refused = await created(parameters, 'Refused');
			const workflow = await created(parameters);
			sandbox.fault({ match: { path: '/webhooks' }, do: { status: 403 } });
			await expect(n8n.listen(refused, TRIGGER)).rejects.toThrow('403');
			sandbox.clearFaults();
			await n8n.listen(workflow, TRIGGER);
			expect(found()).toEqual([wanted(workflow, ['JOB_CREATED'], 'test')]);
			await n8n.stopListening(workflow);
			await until('the webhook of the test is gone', DEADLINE_MS, () =>
				sandbox.webhooks().length === 0 ? true : undefined,
			);
		});

		test('a real event goes to both, and a test that is given up leaves nothing behind', async () => {
			const { sandbox } = phrase;
			const events = ['JOB_STATUS_CHANGED'];
			const workflow = await created({ events, eventOptions: { testWith: 'realEvents' } });
			await n8n.activate(workflow);
			await n8n.listen(workflow, TRIGGER);
			expect(found()).toEqual([wanted(workflow, events), wanted(workflow, events, 'test')]);
			sandbox.emit({ event: 'JOB_STATUS_CHANGED' });
			await sandbox.delivered();
			const executions = await n8n.executionsOf(workflow, 2);
			expect(executions.map(({ error }) => error)).toEqual([undefined, undefined]);
			await until('the webhook of the test is gone', DEADLINE_MS, () =>
				sandbox.webhooks().length === 1 ? true : undefined,
			);

			await n8n.listen(workflow, TRIGGER);
			expect(found()).toHaveLength(2);
			await n8n.stopListening(workflow);
			await until('the webhook of the test is gone', DEADLINE_MS, () =>
				sandbox.webhooks().length === 1 ? true : undefined,
			);
			expect(found()).toEqual([wanted(workflow, events)]);
			await n8n.deactivate(workflow);
			expect(sandbox.webhooks()).toEqual([]);
		});
	});
});
