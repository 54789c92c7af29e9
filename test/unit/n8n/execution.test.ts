import { N8nExecution } from '../../../n8n';

/** What the tests read of an execution, while n8n stores it. */
describe('a stored execution', () => {
	const happened = { resultData: { runData: {} } };
	const DATA = {
		'its run': happened,
		'its sleep': { ...happened, waitTill: '2030-01-01T00:00:00.000Z' },
		nothing: undefined,
	};

	test.each<[string, keyof typeof DATA, boolean]>([
		['success', 'its run', true],
		['error', 'its run', true],
		['success', 'nothing', false],
		['success', 'its sleep', false],
		['error', 'its sleep', false],
		['waiting', 'its sleep', true],
		['canceled', 'its sleep', true],
	])('%s, of which n8n has stored %s, can be read: %p', async (status, stored, isReadable) => {
		const { stringify } = await import('flatted');
		const data = DATA[stored] === undefined ? '[]' : stringify(DATA[stored]);
		const execution = await N8nExecution.from({ id: '1', workflowId: 'workflow', status, data });
		expect(execution !== undefined).toBe(isReadable);
	});
});
