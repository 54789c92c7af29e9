import { dirname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { N8nSession } from '../../../n8n';
import { launchChromium } from '../../../n8n/editor/chromium';
import { Editor, type EditorLook } from '../../../n8n/editor/editor';
import { sharedN8n } from '../../e2e/support/sharedN8n';

/**
 * Gives the tests of a file one browser, and windows of it, which are closed after the last test. A test in which a
 * page's own code has failed fails.
 */
export function inEditor(): (look?: EditorLook) => Promise<Editor> {
	let browser: BrowserContext;
	const open: Editor[] = [];
	beforeAll(async () => {
		// The browser of the next file finds there what this one has loaded. It goes with the folder of the run.
		browser = await launchChromium(join(dirname(sharedN8n().tarball), 'chromium'));
	});
	afterEach(() => {
		expect(open.flatMap(({ pageErrors }) => pageErrors.splice(0))).toEqual([]);
	});
	afterAll(async () => await browser.close());
	return async (look) => {
		const editor = await Editor.open(browser, new N8nSession(sharedN8n().session), look);
		open.push(editor);
		return editor;
	};
}
