import type { N8nClient, StoredWorkflow } from '../../n8n';
import { eventWorkflow, TRIGGER } from '../../n8n/workflows/eventWorkflow';
import { useSandbox } from '../support/useSandbox';
import { phraseIn } from './support/credentials';
import { connect } from './support/sharedN8n';

/** The option Start With What Is There in a real n8n: from publishing to the executions. */
describe('Phrase TMS Trigger with what is there', () => {
	const sandbox = useSandbox({ keepsState: true });
	let n8n: N8nClient;
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		n8n = connect();
		const { tms } = await phraseIn(n8n, sandbox);
		const parameters = {
			events: ['JOB_STATUS_CHANGED'],
			filters: {
				projectUid: { __rl: true, mode: 'id', value: sandbox.seed.project.uid },
				statuses: ['COMPLETED'],
				targetLangs: ['ja'],
			},
			eventOptions: { startWithExisting: true },
		};
		workflow = await n8n.createWorkflow(eventWorkflow(tms, parameters));
	});

	afterEach(async () => {
		await n8n.deactivate(workflow);
		expect(sandbox.webhooks()).toEqual([]);
	});

	function jobs(count: number, status: 'COMPLETED' | 'ACCEPTED'): string[] {
		const uids = sandbox.createJobs({ count, targetLang: 'ja' }).map(({ uid }) => uid);
		sandbox.setJobStatus(uids, status);
		return uids;
	}

	/** The jobs that have started the workflow, those of one execution together, oldest first. */
	async function arrived(executions: number): Promise<unknown[][]> {
		const all = await n8n.executionsOf(workflow, executions);
		return all.map((execution) =>
			execution
				.items(TRIGGER)
				.map(({ json }) => json.jobUid)
				.sort(),
		);
	}

	test('starts with what has reached the status when it is published, once, and then with what reaches it', async () => {
		const there = jobs(3, 'COMPLETED');
		const [open = ''] = jobs(1, 'ACCEPTED');
		await n8n.activate(workflow);
		expect(await arrived(1)).toEqual([[...there].sort()]);

		sandbox.setJobStatus([open], 'COMPLETED');
		await sandbox.delivered();
		expect(await arrived(2)).toEqual([[...there].sort(), [open]]);
	});

	test('published again, starts only with what has reached it meanwhile', async () => {
		const before = await arrived(2);
		const [meanwhile] = jobs(1, 'COMPLETED');
		await n8n.activate(workflow);
		expect(await arrived(3)).toEqual([...before, [meanwhile]]);
	});
});
