import { parameterReader } from '../../core/run/parameters';
import { executeContext } from '../../n8n/inProcess';
import { CallerNode } from '../support/callerNode';

/** A node with a text, whose default is an expression, and options that may hold some. */
class ReadNode extends CallerNode {
	constructor() {
		super();
		this.description.properties = [
			{ displayName: 'Text', name: 'text', type: 'string', default: '={{ $json.name }}' },
			{ displayName: 'Options', name: 'options', type: 'json', default: {} },
		];
	}
}

const ITEMS = [{ json: { name: 'one' } }, { json: { name: 'two' } }];

/** What a reader gives for both items, and how often n8n was asked. */
async function readings(parameters: Parameters<typeof executeContext>[1], name: string) {
	const { context } = await executeContext(new ReadNode(), { ...parameters, items: ITEMS });
	const asked = jest.spyOn(context, 'getNodeParameter');
	const read = parameterReader(context);
	const values = ITEMS.map((_item, index) => read(name, index, '={{ $json.name }}'));
	return { values, asked: asked.mock.calls.length };
}

it.each([
	['a text', { text: 'same' }, 'text', ['same', 'same'], 1],
	['an expression', { text: '={{ $json.name }}' }, 'text', ['one', 'two'], 2],
	[
		'an expression that a list holds',
		{ options: { list: [{ of: '={{ $json.name }}' }] } },
		'options',
		[{ list: [{ of: 'one' }] }, { list: [{ of: 'two' }] }],
		2,
	],
	[
		'an object without an expression',
		{ options: { list: [1] } },
		'options',
		[{ list: [1] }, { list: [1] }],
		1,
	],
])('asks n8n for each item, or once: %s', async (_what, parameters, name, values, asked) => {
	expect(await readings({ parameters }, name)).toEqual({ values, asked });
});

it('asks for each item when the node holds nothing of that name: the default may be an expression', async () => {
	expect(await readings({ parameters: {} }, 'notStored')).toEqual({ values: ['one', 'two'], asked: 2 });
});
