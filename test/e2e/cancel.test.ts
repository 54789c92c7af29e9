import { MANUAL_TRIGGER, until } from '../../n8n';
import { WAIT, waitingWorkflow } from '../../n8n/workflows/waitingWorkflow';
import { useSandbox } from '../support/useSandbox';
import { phraseIn } from './support/credentials';
import { connect } from './support/sharedN8n';

/** The longest that n8n may go on with an execution that the user has stopped, ms. */
const STOPPING_DEADLINE_MS = 2000;

/** Longer than the pause between two looks at the state of young work, ms. */
const NEXT_LOOK_MS = 3000;

const sandbox = useSandbox({ times: { exportMs: 60_000 } });

test('an execution that is stopped while it polls ends at once, and sends nothing more', async () => {
	const n8n = connect();
	const { tms } = await phraseIn(n8n, sandbox);
	const workflow = waitingWorkflow(tms, sandbox.createJobs({ count: 1 }), {
		[WAIT]: { parameters: { whileWaiting: 'keepRunning' } },
	});
	const looks = () => sandbox.requests().filter(({ path }) => path.includes('/api2/v1/async/'));

	const id = await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER);
	await until('the node polls', 30_000, () => (looks().length >= 3 ? true : undefined));
	await n8n.stop(id);
	const execution = await n8n.ended(id, STOPPING_DEADLINE_MS);
	expect(execution.status).toBe('canceled');

	const before = looks().length;
	const stopped = Date.now();
	await until('the next look would be due', NEXT_LOOK_MS * 2, () =>
		Date.now() - stopped > NEXT_LOOK_MS ? true : undefined,
	);
	expect(looks()).toHaveLength(before);
});
