import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { callWebhook, runNode } from '../../n8n/inProcess';
import { byId, runTms } from '../support/tms';

/** What a log-in that fails for the moment leaves of a run, and of an execution that sleeps. */
describe('a log-in that fails for the moment', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	beforeEach(async () => await sandbox.reset());

	/** More failures than one call puts up with. */
	const platformIsDown = (times?: number) => {
		sandbox.revokeTokens();
		sandbox.fault({ match: { path: '/oauth/token', times }, do: { status: 500 } });
	};

	test('loses no item with Continue On Fail, and is tried again by the next item', async () => {
		const [job] = sandbox.createJobs({});
		platformIsDown(5);
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'get',
				projectUid: byId(job?.projectUid ?? ''),
				jobUid: byId(job?.uid ?? ''),
				options: { parallelRequests: 1 },
			},
			{ items: [{ json: {} }, { json: {} }, { json: {} }], continueOnFail: true },
		);
		expect(items.map(({ json }) => json.error === undefined)).toEqual([false, true, true]);
		expect(items[0]?.json.error).toMatchObject({
			message: expect.stringMatching(/could not process the log-in/) as string,
			description: expect.not.stringMatching(/check (the|your|it)/i) as string,
		});
	}, 60_000);

	test('lets an execution sleep on when a callback comes, and the next callback wakes it', async () => {
		const [job] = sandbox.createJobs({ times: { exportMs: 60_000 } });
		const credentials = { phraseTmsApi: sandbox.credentials.phraseTmsApi };
		const { items } = await runNode(new PhraseTms(), {
			credentials,
			parameters: {
				resource: 'job',
				operation: 'requestTargetFile',
				projectUid: byId(job?.projectUid ?? ''),
				jobUid: byId(job?.uid ?? ''),
				notify: 'thisExecution',
			},
		});
		const asyncRequestId = String(items[0]?.json.asyncRequestId);
		const setup = {
			credentials,
			items,
			parameters: { resource: 'asyncRequest', operation: 'wait', whileWaiting: 'sleep', asyncRequestId },
		};
		const run = await runNode(new PhraseTms(), setup);
		expect(run.execution.waitTill).toBeDefined();
		sandbox.advance(60_000);
		const callback = async () =>
			await callWebhook(new PhraseTms(), {
				...setup,
				asleep: run.context.getExecuteData(),
				body: { asyncRequest: { id: asyncRequestId } },
			});

		platformIsDown();
		const unanswered = await callback();
		expect(unanswered.answer.status).toBe(503);
		expect(unanswered.result).toEqual({ noWebhookResponse: true });

		sandbox.clearFaults();
		const { result } = await callback();
		expect(result.workflowData).toHaveLength(1);
	}, 60_000);
});
