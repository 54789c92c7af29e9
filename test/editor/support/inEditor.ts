import type { Browser } from 'playwright-core';
import { N8nSession } from '../../../n8n';
import { launchChromium } from '../../../n8n/editor/chromium';
import { Editor, type EditorLook } from '../../../n8n/editor/editor';
import { sharedN8n } from '../../e2e/support/sharedN8n';

/**
 * Gives the tests of a file one browser, and each test that asks a window of its own, which is closed afterwards. A
 * window in which the page's own code has failed fails its test.
 */
export function inEditor(): (look?: EditorLook) => Promise<Editor> {
	let browser: Browser;
	let open: Editor[] = [];
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterEach(async () => {
		const errors = open.flatMap(({ pageErrors }) => pageErrors);
		await Promise.all(open.map(async (editor) => await editor.close()));
		open = [];
		expect(errors).toEqual([]);
	});
	afterAll(async () => await browser.close());
	return async (look) => {
		const editor = await Editor.open(browser, new N8nSession(sharedN8n().session), look);
		open.push(editor);
		return editor;
	};
}
