import type { INodeParameters } from 'n8n-workflow';
import { triggerPath, type N8nClient, type N8nExecution, type StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { eventWorkflow, TRIGGER } from '../../n8n/workflows/eventWorkflow';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

/** Account events in a real n8n: from Phrase's webhook to the items. */
describe('Phrase TMS Trigger on account events', () => {
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	const active: StoredWorkflow[] = [];

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
	});

	afterEach(async () => {
		for (const workflow of active.splice(0)) await n8n.deactivate(workflow);
		expect(phrase.sandbox.webhooks()).toEqual([]);
	});

	async function published(parameters: INodeParameters): Promise<StoredWorkflow> {
		const workflow = await n8n.createWorkflow(eventWorkflow(phrase.tms, parameters));
		await n8n.activate(workflow);
		active.push(workflow);
		return workflow;
	}

	/** Waits until everything that Phrase has sent is answered, and gives all executions of a workflow. */
	async function executionsAfterDelivery(workflow: StoredWorkflow, count: number): Promise<N8nExecution[]> {
		await phrase.sandbox.delivered();
		return await n8n.executionsOf(workflow, count);
	}

	const jobUids = (count: number, targetLang?: string) =>
		phrase.sandbox.createJobs({ count, targetLang }).map(({ uid }) => uid);

	const jsonOf = (executions: N8nExecution[]) =>
		executions.flatMap((execution) => execution.items(TRIGGER)).map(({ json }) => json);

	describe('a call that is not as Phrase makes them', () => {
		let workflow: StoredWorkflow;
		let token: string;

		beforeEach(async () => {
			workflow = await published({ events: ['JOB_STATUS_CHANGED'] });
			token = phrase.sandbox.webhooks()[0]?.secretToken ?? '';
			expect(token.length).toBeGreaterThanOrEqual(32);
		});

		async function send(body: string, headers: Record<string, string>) {
			const response = await fetch(`${sharedN8n().url}/webhook/${triggerPath(workflow)}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body,
			});
			return { status: response.status, text: await response.text() };
		}

		const body = (content: object) => JSON.stringify({ event: 'JOB_STATUS_CHANGED', ...content });

		/** What n8n and Node.js tell of themselves when something breaks. */
		const INTERNALS =
			/\bat .*\.js|node_modules|"stack|zod|invalid_type|Unexpected token|could not be started/i;

		test('without the right token is a 401, and starts nothing', async () => {
			const tokens = {
				missing: undefined,
				empty: '',
				wrong: 'x'.repeat(token.length),
				prefix: token.slice(0, -1),
				longer: `${token}x`,
			};
			for (const [what, value] of Object.entries(tokens)) {
				const headers = value === undefined ? {} : { 'x-memsource-token': value };
				const { status, text } = await send(body({ eventUid: what }), headers as Record<string, string>);
				expect([what, status]).toEqual([what, 401]);
				expect(text).not.toContain(token);
				expect(text).not.toMatch(INTERNALS);
			}
			// The right one, to know that the others would have started an execution by now.
			expect((await send(body({ eventUid: 'right' }), { 'x-memsource-token': token })).status).toBe(200);
			const executions = await n8n.executionsOf(workflow, 1);
			expect(jsonOf(executions).map(({ eventUid }) => eventUid)).toEqual(['right']);
		});

		test.each([
			['empty', ''],
			['not JSON', '{"event":'],
			['no object', '"JOB_STATUS_CHANGED"'],
			['a list', '[{"event":"JOB_STATUS_CHANGED"}]'],
			['null', 'null'],
			['without an event', '{}'],
			['with an event that is no text', '{"event":{"name":"JOB_STATUS_CHANGED"}}'],
		])('with a body that is %s is refused, and tells nothing', async (_what, text) => {
			const answer = await send(text, { 'x-memsource-token': token });
			expect(Math.floor(answer.status / 100)).toBe(4);
			expect(answer.text).not.toMatch(INTERNALS);
			expect(await n8n.countExecutions(workflow)).toBe(0);
		});

		test('with a body of 5 MB is refused, and tells nothing', async () => {
			const answer = await send(body({ padding: 'x'.repeat(5 * 1024 * 1024) }), {
				'x-memsource-token': token,
			});
			expect(answer.status).toBe(413);
			expect(answer.text).not.toMatch(INTERNALS);
			expect(await n8n.countExecutions(workflow)).toBe(0);
		});

		// n8n answers that one itself, before it calls the node.
		test('with a body of 17 MB is refused, and tells nothing', async () => {
			const answer = await send(body({ padding: 'x'.repeat(17 * 1024 * 1024) }), {
				'x-memsource-token': token,
			});
			expect(answer.status).toBe(500);
			expect(answer.text).not.toMatch(INTERNALS);
			expect(await n8n.countExecutions(workflow)).toBe(0);
		});

		test('with members of wrong types is taken as far as it can be read', async () => {
			const wrong = { eventUid: {}, timestamp: 'noon', jobParts: 'all', metadata: [] };
			expect((await send(body(wrong), { 'x-memsource-token': token })).status).toBe(200);
			const [item] = jsonOf(await n8n.executionsOf(workflow, 1));
			expect(item).toMatchObject({
				event: 'JOB_STATUS_CHANGED',
				known: true,
				eventUid: null,
				timestamp: null,
				jobParts: 'all',
			});
		});
	});

	test('an event that Phrase has added since passes through, marked as not known', async () => {
		const { sandbox } = phrase;
		sandbox.configure({ webhooks: { extraEvents: ['TERM_BASE_CREATED'] } });
		const workflow = await published({
			events: ['JOB_CREATED'],
			eventOptions: { otherEvents: 'TERM_BASE_CREATED' },
		});
		sandbox.emit({ event: 'TERM_BASE_CREATED', body: { termBase: { uid: 'tb1' } } });
		const [item] = jsonOf(await executionsAfterDelivery(workflow, 1));
		expect(item).toMatchObject({ event: 'TERM_BASE_CREATED', known: false, termBase: { uid: 'tb1' } });
	});

	test('filters leave out what is about other projects and languages, job by job', async () => {
		const { sandbox } = phrase;
		const { project } = sandbox.seed;
		const workflow = await published({
			events: ['JOB_STATUS_CHANGED', 'PROJECT_STATUS_CHANGED'],
			filters: {
				projectUid: { __rl: true, mode: 'id', value: project.uid },
				targetLangs: ['de'],
			},
		});
		const [german = ''] = jobUids(1, 'de');
		const [czech = ''] = jobUids(1, 'cs_cz');
		sandbox.setJobStatus([czech], 'COMPLETED');
		sandbox.emit({ event: 'PROJECT_STATUS_CHANGED', projectUid: sandbox.seed.workflowProject.uid });
		sandbox.setJobStatus([german, czech], 'DELIVERED');

		const [execution, ...more] = await executionsAfterDelivery(workflow, 1);
		expect(more).toEqual([]);
		expect(execution && jsonOf([execution])).toMatchObject([
			{ jobUid: german, job: { status: 'DELIVERED', webhookStatus: 'COMPLETED', targetLang: 'de' } },
		]);
	});

	test('the last jobs of several languages at the same moment: each language comes out once', async () => {
		const { sandbox } = phrase;
		const { jobUid, nonAsciiJobUid } = sandbox.seed.project;
		const workflow = await published({ events: ['ALL_JOBS_REACHED_STATUS'], reachedStatuses: ['COMPLETED'] });
		const jobs = { cs_cz: [jobUid, nonAsciiJobUid], de: jobUids(4, 'de'), fr: jobUids(4, 'fr') };
		const last = Object.values(jobs).flatMap((uids) => uids.slice(-2));
		const others = Object.values(jobs).flatMap((uids) => uids.slice(0, -2));
		for (const uid of others) sandbox.setJobStatus([uid], 'COMPLETED');
		await sandbox.delivered();
		expect(await n8n.countExecutions(workflow)).toBe(0);

		for (const uid of last) sandbox.setJobStatus([uid], 'COMPLETED');
		const executions = await executionsAfterDelivery(workflow, 3);
		expect(executions).toHaveLength(3);
		const items = jsonOf(executions);
		expect(items.map(({ targetLang }) => targetLang).sort()).toEqual(Object.keys(jobs));
		expect(sandbox.webhookCalls().filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
	});
});
