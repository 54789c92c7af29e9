import type { INodeType } from 'n8n-workflow';
import { executeContext } from '../../n8n/inProcess';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { operationsOf } from '../../scripts/operationsTable';

/** What the canvas shows below the name of a node with these parameters. */
async function shownBelow(type: INodeType, parameters: Record<string, string>): Promise<unknown> {
	const { context } = await executeContext(type, { parameters, items: [{ json: {} }] });
	// As the editor does, without the sign that n8n's own helper puts in front.
	return context.evaluateExpression((type.description.subtitle ?? '').slice(1), 0);
}

describe.each([new PhraseTms(), new PhraseLanguageAi()])('the canvas', (type: INodeType) => {
	const operations = operationsOf(type.description);

	it.each(operations)(
		'says of $resource: $operation what it does',
		async ({ resource, operation, action }) => {
			expect(await shownBelow(type, { resource, operation })).toBe(action);
		},
	);

	it('says what the node was set to when it knows no such operation', async () => {
		const resource = operations[0]?.resource ?? '';
		expect(await shownBelow(type, { resource, operation: 'ofLater' })).toBe('ofLater');
	});
});
