import type { INode, INodeTypeDescription } from 'n8n-workflow';
import type { StoredCredential } from '../../n8n';
import type { NodePanel } from '../../n8n/editor/nodePanel';
import { phraseIn, type PhraseForTest } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { allSettings, expectedTitles, type Setting } from './support/ownNodes';

const n8n = connect();
const sandbox = useSandbox();
const editorOf = inEditor();

let phrase: PhraseForTest;
let settings: Setting[];

beforeAll(async () => {
	phrase = await phraseIn(n8n, sandbox);
	settings = await allSettings(n8n);
});

/** What n8n itself shows above the parameters. */
const CREDENTIAL = 'Credential';

/** The collections, which come behind everything else, in this order. */
const LAST = ['Filters', 'Additional Fields', 'Update Fields', 'Options'];

/** In the dark, every tenth will do: the colors are n8n's own. */
describe.each([
	{ look: 'light', every: 1 },
	{ look: 'dark', every: 10 },
])('the panels in the $look', ({ look, every }) => {
	it('show what their operations declare, in that order, and cut nothing off', async () => {
		const editor = await editorOf({ dark: look === 'dark' });
		const opened = settings.filter((_, index) => index % every === 0);
		const faults: string[] = [];
		const workflow = await n8n.createWorkflow({
			name: `Every setting, ${look}`,
			nodes: opened.map(({ node, description }) => ({ ...node, credentials: credentialsOf(description) })),
			connections: {},
			settings: {},
		});
		await editor.openWorkflow(workflow.id);
		for (const setting of opened) {
			const panel = await editor.openPanel(workflow.id, setting.node.id);
			await panel.shows(setting.name);
			faults.push(...(await faultsOf(panel, setting)).map((fault) => `${setting.name}: ${fault}`));
		}
		expect(opened.length).toBeGreaterThan(40 / every);
		expect(faults).toEqual([]);
	});
});

async function faultsOf(panel: NodePanel, setting: Setting): Promise<string[]> {
	const titles = (await panel.titles()).filter((title) => title !== CREDENTIAL);
	const expected = expectedTitles(setting);
	const cut = await panel.cutOff();
	const ranks = titles.map((title) => LAST.indexOf(title));
	return [
		titles.join() !== expected.join() && `shows ${titles.join(', ')}; declared ${expected.join(', ')}`,
		ranks.some((rank, index) => ranks.slice(index).some((later) => later < rank)) &&
			`${titles.join(', ')}: not everything comes before the collections`,
		cut.length > 0 && `cuts off ${cut.join(', ')}`,
	].filter((fault) => fault !== false);
}

function credentialsOf({ credentials = [] }: INodeTypeDescription): INode['credentials'] {
	const types = credentials.map(({ name }) => name);
	const stored: StoredCredential[] = [phrase.tms, phrase.languageAi];
	return Object.fromEntries(
		stored.filter(({ type }) => types.includes(type)).map(({ type, id, name }) => [type, { id, name }]),
	);
}
