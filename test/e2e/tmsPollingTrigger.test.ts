import type { INode } from 'n8n-workflow';
import { until, type N8nClient, type StoredWorkflow } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { OwnN8n } from './support/ownN8n';
import { useSandbox } from '../support/useSandbox';

const TRIGGER = 'When something has happened in Phrase';

/** Every three seconds. n8n takes no poll time that is shorter than a minute, but many of them. */
const EVERY_THREE_SECONDS = Array.from({ length: 20 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${index * 3} * * * * *`,
}));

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

/** A trigger that asks Phrase, in an n8n that Phrase never calls. */
describe('Phrase TMS Polling Trigger in n8n', () => {
	const sandbox = useSandbox({ keepsState: true });
	let own: OwnN8n;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		({ own, n8n } = await OwnN8n.start('polling'));
		phrase = await phraseIn(n8n, sandbox);
		const trigger: INode = {
			id: 'trigger',
			name: TRIGGER,
			type: 'n8n-nodes-phrase.phraseTmsPollingTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				authentication: 'phraseTmsApi',
				events: ['JOB_STATUS_CHANGED'],
				pollTimes: { item: EVERY_THREE_SECONDS },
				filters: { projectUid: { __rl: true, mode: 'id', value: sandbox.seed.project.uid } },
			},
			credentials: { phraseTmsApi: { id: phrase.tms.id, name: phrase.tms.name } },
		};
		workflow = await n8n.createWorkflow({
			name: 'Polling',
			nodes: [trigger],
			connections: {},
			settings: { executionOrder: 'v1' },
		});
	});

	afterAll(async () => {
		await own.remove();
	});

	/** A new job that has been completed. */
	function completed(): string {
		const [job] = sandbox.createJobs({ targetLang: 'ja' });
		sandbox.setJobStatus([job?.uid ?? ''], 'COMPLETED');
		return job?.uid ?? '';
	}

	const polls = () => sandbox.requests().filter(({ path }) => path.endsWith('/jobs')).length;

	async function polledAgain(): Promise<void> {
		const before = polls();
		await until('n8n has polled', DEADLINE_MS, () => (polls() > before ? true : undefined));
	}

	/** The jobs that have started the workflow, in order. */
	async function arrived(executions: number): Promise<unknown[]> {
		const all = await n8n.executionsOf(workflow, executions);
		expect(all.map(({ status }) => status)).toEqual(Array(executions).fill('success'));
		return all.flatMap((execution) => execution.items(TRIGGER).map(({ json }) => json.jobUid)).sort();
	}

	test('starts the workflow once for each job, and across a restart', async () => {
		completed();
		await n8n.activate(workflow);
		await until('n8n has looked first', DEADLINE_MS, () => (polls() > 0 ? true : undefined));
		const jobs = [completed(), completed()];
		await n8n.allEnded(workflow, 1, DEADLINE_MS);
		expect(await arrived(1)).toEqual([...jobs].sort());

		await own.stop();
		jobs.push(completed());
		await own.run();
		await n8n.allEnded(workflow, 2, DEADLINE_MS);
		expect(await arrived(2)).toEqual([...jobs].sort());
		await polledAgain();
		await polledAgain();
		expect(await arrived(2)).toEqual([...jobs].sort());
	}, 300_000);
});
