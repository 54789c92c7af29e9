import { MANUAL_TRIGGER } from '../../n8n';
import { eventWorkflow } from '../../n8n/workflows/eventWorkflow';
import { COLLECT, waitingWorkflow } from '../../n8n/workflows/waitingWorkflow';
import { packageJson } from '../support/shipped';
import { useSandbox } from '../support/useSandbox';
import { phraseIn } from './support/credentials';
import { fileOf } from './support/files';
import { OwnN8n } from './support/ownN8n';
import { SLEEPING_OPERATIONS, startsOf } from './support/sleepingOperations';
import { NODE, sleepingWorkflow } from './support/sleepingWorkflow';

const HOUR = 3_600_000;

const DOWNLOAD = SLEEPING_OPERATIONS['Job > Download Target File'];

/** What one version has saved in n8n, another one goes on with. */
describe('an upgrade of the package', () => {
	const sandbox = useSandbox();
	let own: OwnN8n | undefined;

	afterAll(async () => {
		await own?.remove();
	});

	test('keeps sleeping executions, saved workflows, credentials and the registered webhook', async () => {
		const started = await OwnN8n.start('upgrade');
		({ own } = started);
		const { n8n } = started;
		const phrase = await phraseIn(n8n, sandbox);
		sandbox.configure({ times: { exportMs: HOUR } });

		const jobs = sandbox.createJobs({ count: 2 });
		const uids = jobs.map(({ uid }) => uid);
		const chain = await n8n.createWorkflow(waitingWorkflow(phrase.tms, jobs));
		const inputs = DOWNLOAD.inputs(sandbox, ['ends']);
		const inOneNode = await n8n.createWorkflow(
			sleepingWorkflow(DOWNLOAD, phrase.tms, inputs, { parameters: { whileWaiting: 'sleep' } }),
		);
		const events = await n8n.createWorkflow(eventWorkflow(phrase.tms, { events: ['JOB_STATUS_CHANGED'] }));
		await n8n.activate(events);
		const registered = sandbox.webhooks().map(({ uid }) => uid);
		expect(registered).toHaveLength(1);
		const asleep = [await n8n.run(chain, MANUAL_TRIGGER), await n8n.run(inOneNode, MANUAL_TRIGGER)];
		for (const id of asleep) await n8n.asleep(id);

		expect(await own.nodesVersion()).toBe(packageJson().version);
		await own.stop();
		await own.upgrade('99.0.0');
		await own.run();
		expect(await own.nodesVersion()).toBe('99.0.0');

		sandbox.advance(HOUR);
		const [ofChain, ofNode] = await Promise.all(asleep.map(async (id) => await n8n.ended(id)));
		expect([ofChain?.error, ofNode?.error]).toEqual([undefined, undefined]);
		expect(ofChain?.texts(COLLECT, 'jobUid')).toEqual(uids);
		expect(ofNode?.items(NODE).map(({ json }) => json.jobUid)).toEqual([inputs[0]?.json.jobUid]);
		expect(startsOf(sandbox, DOWNLOAD)).toHaveLength(3);

		const [changed = ''] = uids;
		sandbox.emit({ event: 'JOB_STATUS_CHANGED', jobUids: [changed] });
		await sandbox.delivered();
		await n8n.executionsOf(events, 1);
		expect(sandbox.webhooks().map(({ uid }) => uid)).toEqual(registered);

		sandbox.configure({ times: { exportMs: 0 } });
		const again = await n8n.ended(await n8n.run(chain, MANUAL_TRIGGER));
		expect(again.error).toBeUndefined();
		expect(await fileOf(n8n, again, COLLECT, 0)).toEqual((await sandbox.job(changed)).target);
	}, 300_000);
});
