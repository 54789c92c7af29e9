import type { NodeList } from '../../n8n/editor/nodeList';
import { inEditor } from './support/inEditor';

const editorOf = inEditor();

/** What people type who look for these nodes, and the node that they mean. */
const SEARCHES: Array<[words: string, node: string]> = [
	['phrase', 'Phrase TMS'],
	['phrase tms', 'Phrase TMS'],
	['memsource', 'Phrase TMS'],
	['translate', 'Phrase TMS'],
	['translation', 'Phrase TMS'],
	['localization', 'Phrase TMS'],
	['localisation', 'Phrase TMS'],
	['l10n', 'Phrase TMS'],
	['xliff', 'Phrase TMS'],
	['tms', 'Phrase TMS'],
	['CAT', 'Phrase TMS'],
	['translation memory', 'Phrase TMS'],
	['language ai', 'Phrase Language AI'],
	['machine translation', 'Phrase Language AI'],
	['translate', 'Phrase Language AI'],
	['phrase callback', 'Phrase Callback Trigger'],
];

describe('the list of nodes', () => {
	let list: NodeList;

	beforeAll(async () => {
		const editor = await editorOf();
		await editor.newWorkflow();
		list = await editor.openNodeList();
	});

	it.each(SEARCHES)("finds by '%s' the node %s", async (words, node) => {
		await list.find(words, node);
	});

	it('shows the events of Phrase TMS on its card, as triggers to choose from', async () => {
		await list.find('phrase tms', 'Phrase TMS');
		await list.open('Phrase TMS');
		await list.shows('On job status changed');
		expect(await list.text()).not.toContain('Triggers available');
	});
});
