import { inEditor } from './support/inEditor';

const editorOf = inEditor();

/** What people type who look for these nodes, and the node that they mean. */
const SEARCHES: Array<[words: string, node: string]> = [
	['phrase', 'Phrase TMS'],
	['phrase tms', 'Phrase TMS'],
	['memsource', 'Phrase TMS'],
	['localization', 'Phrase TMS'],
	['localisation', 'Phrase TMS'],
	['xliff', 'Phrase TMS'],
	['CAT', 'Phrase TMS'],
	['translation memory', 'Phrase TMS'],
	['language ai', 'Phrase Language AI'],
	['machine translation', 'Phrase Language AI'],
	['translate', 'Phrase Language AI'],
	['phrase callback', 'Phrase Callback'],
];

describe('the list of nodes', () => {
	it('finds the nodes by the words that people type', async () => {
		const editor = await editorOf();
		await editor.newWorkflow();
		const list = await editor.openNodeList();
		const found: Array<[string, boolean]> = [];
		for (const [words, node] of SEARCHES) found.push([words, (await list.search(words)).includes(node)]);
		expect(found).toEqual(SEARCHES.map(([words]) => [words, true]));
	});

	it('shows the events of Phrase TMS on its card, as triggers to choose from', async () => {
		const editor = await editorOf();
		await editor.newWorkflow();
		const list = await editor.openNodeList();
		await list.search('phrase tms');
		await list.open('Phrase TMS');
		const text = await list.text();
		expect(text).not.toContain('No Phrase TMS Triggers available');
		expect(await list.names()).toContain('On job status changed');
		expect(await list.names()).toContain('Download a target file');
	});
});
