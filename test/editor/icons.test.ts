import type { Locator } from 'playwright-core';
import type { Editor } from '../../n8n/editor/editor';
import { contrast, pixelsOf } from '../../n8n/editor/pixels';
import { phraseIn, uniqueName } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { nodes } from '../support/shipped';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { forgetCredentials } from './support/newUser';
import { settingsOf } from './support/ownNodes';

/** What WCAG asks of graphics, "non-text contrast". */
const ENOUGH = 3;

/** How far colors are apart that count as different: edges are blurred. */
const DIFFERENT = 1.2;

/** The least part of its place that an icon fills. */
const FILLED = 0.3;

/** CSS pixels around an icon that show what it lies on. */
const BESIDE = 2;

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

const first = nodes().flatMap(({ instance: { description } }) => settingsOf(description).slice(0, 1));

/** The mean contrast between an icon and what it lies on, of the pixels that are seen. */
async function contrastOf({ page }: Editor, icon: Locator): Promise<number> {
	await icon.scrollIntoViewIfNeeded();
	const box = await icon.boundingBox();
	if (box === null) throw new Error('The icon is not seen');
	const [width, height] = [box.width + 2 * BESIDE, box.height + 2 * BESIDE];
	const clip = { x: box.x - BESIDE, y: box.y - BESIDE, width, height };
	const pixels = pixelsOf(await page.screenshot({ clip })).flat();
	const background = pixels[0] ?? [0, 0, 0];
	const contrasts = pixels.map((color) => contrast(color, background)).filter((one) => one > DIFFERENT);
	expect(contrasts.length / pixels.length).toBeGreaterThan(FILLED);
	return contrasts.reduce((sum, one) => sum + one, 0) / contrasts.length;
}

describe.each(['light', 'dark'])('in the %s, the icon of', (look) => {
	let editor: Editor;

	beforeAll(async () => {
		await forgetCredentials(n8n);
		await phraseIn(n8n, sandbox);
		await n8n.createCredential(uniqueName(), 'phraseTmsOAuth2Api', {
			...sandbox.credentials.phraseTmsOAuth2Api,
		});
		editor = await editorOf({ dark: look === 'dark' });
	});

	it('each node on the canvas is seen, and is the one for it', async () => {
		const { id } = await n8n.createWorkflow({
			name: `Icons, ${look}`,
			nodes: first.map(({ node }, index) => ({ ...node, position: [index * 200, 0] })),
			connections: {},
			settings: {},
		});
		await editor.openWorkflow(id);
		expect(first).toHaveLength(nodes().length);
		for (const { node } of first) {
			const icon = editor.node(node.name).locator('img').first();
			expect(await icon.getAttribute('src')).toMatch(look === 'dark' ? /\.dark\.svg$/ : /(?<!\.dark)\.svg$/);
			expect(await contrastOf(editor, icon)).toBeGreaterThan(ENOUGH);
		}
	});

	it('each entry in the list of nodes is seen', async () => {
		await editor.newWorkflow();
		const list = await editor.openNodeList();
		for (const name of ['Phrase TMS', 'Phrase Language AI', 'Phrase Callback Trigger']) {
			await list.find(name.toLowerCase(), name);
			expect(await contrastOf(editor, list.icon(name))).toBeGreaterThan(ENOUGH);
		}
	});

	it('each credential in their list is seen', async () => {
		const icons = await editor.openCredentials();
		await icons.first().waitFor();
		expect(await icons.count()).toBe(3);
		for (const icon of await icons.all()) expect(await contrastOf(editor, icon)).toBeGreaterThan(ENOUGH);
	});
});
