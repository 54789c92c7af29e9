import type { INodeParameters } from 'n8n-workflow';
import { MANUAL_TRIGGER, type N8nClient } from '../../n8n';
import { pinnedN8n } from '../../n8n/versions';
import { forwardsAllOutputs } from '../../core/run/forwardsAllOutputs';
import { useSandbox } from '../support/useSandbox';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { connect } from './support/sharedN8n';
import { SLEEPING_OPERATIONS, startsOf } from './support/sleepingOperations';
import { NODE, sleepingWorkflow } from './support/sleepingWorkflow';

const SECRET = 'a long secret of the credential';

const OPERATION = SLEEPING_OPERATIONS['File Translation > Translate'];

/** Work that takes so long ends when the test lets so much time pass in the sandbox, ms. */
const HOUR = 3_600_000;

/** n8n takes no limit of a sleep that is shorter than a minute, and looks once a minute, ms. */
const LIMIT_DEADLINE_MS = 240_000;

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

/** From 2 on, n8n and its package `n8n-workflow` have the same minor. */
const canSleep = forwardsAllOutputs(pinnedN8n().version);

/** Language AI, whose items come out of Pass or Review. */
describe('a node with two outputs that is to sleep', () => {
	const sandbox = useSandbox({ keepsState: true });
	let n8n: N8nClient;
	let phrase: PhraseForTest;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox, SECRET);
	});

	/** Starts the translation of a file that can be translated, and of one that cannot. */
	async function started(more: INodeParameters = {}): Promise<string> {
		const parameters = {
			splitByQualityScore: true,
			passThreshold: 0,
			whileWaiting: 'sleep',
			...more,
		};
		const inputs = OPERATION.inputs(sandbox, ['ends', 'fails']);
		const onError = 'continueRegularOutput';
		const workflow = sleepingWorkflow(OPERATION, phrase.languageAi, inputs, { parameters, onError });
		return await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER);
	}

	if (!canSleep) {
		test('keeps running where n8n would lose what is in Review, and says so', async () => {
			const execution = await n8n.ended(await started());
			expect(execution.error).toBeUndefined();
			const [passed, review] = [execution.items(NODE, 0), execution.items(NODE, 1)];
			expect(passed.map(({ json }) => json.targetLang)).toEqual(['cs', 'de']);
			for (const { json } of passed) expect(json).toMatchObject({ passed: true, wait: { mode: 'polling' } });
			expect(review.map(({ json }) => 'error' in json)).not.toContain(false);
			expect(execution.stored).toContain('A node with two outputs cannot sleep in this n8n');
			expect(sandbox.callbacks()).toEqual([]);
		});
		return;
	}

	test(
		'puts out by Pass and by Review what the callback tells',
		async () => {
			sandbox.configure({ times: { qualityMs: HOUR } });
			const before = startsOf(sandbox, OPERATION).length;
			const id = await started();
			await n8n.asleep(id);
			sandbox.advance(HOUR);
			const execution = await n8n.ended(id);
			expect(execution.error).toBeUndefined();
			expect(execution.items(NODE, 0).map(({ json }) => json.targetLang)).toEqual(['cs', 'de']);
			for (const { json } of execution.items(NODE, 0))
				expect(json).toMatchObject({ passed: true, wait: { mode: 'callback', callbacks: 1 } });
			const review = execution.items(NODE, 1);
			expect(review.map(({ json }) => 'error' in json)).toEqual(review.map(() => true));
			expect(review).not.toEqual([]);
			expect(startsOf(sandbox, OPERATION)).toHaveLength(before + 2);
		},
		DEADLINE_MS,
	);

	test(
		'forwards what all outputs hold when its time is over',
		async () => {
			sandbox.configure({ times: { qualityMs: HOUR } });
			const id = await started({ sleepLimit: 1, sleepLimitUnit: 'minutes' });
			await n8n.asleep(id);
			const execution = await n8n.ended(id, LIMIT_DEADLINE_MS);
			expect(execution.error).toBeUndefined();
			const items = [...execution.items(NODE, 0), ...execution.items(NODE, 1)];
			expect(execution.items(NODE, 1)).not.toEqual([]);
			expect(items.filter(({ json }) => 'error' in json)).not.toEqual([]);
			const late = items.filter(({ json }) => !('error' in json));
			expect(late).not.toEqual([]);
			for (const { json } of late) expect(json.wait).toMatchObject({ timedOut: true });
		},
		LIMIT_DEADLINE_MS + DEADLINE_MS,
	);
});
