import type { INode } from 'n8n-workflow';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { N8nSession } from '../session';
import { NodeList } from './nodeList';
import { NodePanel } from './nodePanel';

/** How large the window is, in CSS pixels. */
const WINDOW = { width: 1400, height: 900 };

/** Milliseconds that whatever is awaited may take on a busy machine. */
const PATIENCE_MS = 30_000;

/** How the editor looks. */
export interface EditorLook {
	/** Dark instead of light. */
	dark?: boolean;
}

/** n8n's editor in a browser, as somebody uses it who has signed in. */
export class Editor {
	/** What went wrong in the page's own code. */
	readonly pageErrors: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly context: BrowserContext,
		private readonly url: string,
	) {
		page.on('pageerror', (error) => this.pageErrors.push(error.message));
	}

	/** Opens a window of its own. */
	static async open(browser: Browser, { state }: N8nSession, look: EditorLook = {}): Promise<Editor> {
		const context = await browser.newContext({
			viewport: WINDOW,
			colorScheme: look.dark === true ? 'dark' : 'light',
			acceptDownloads: true,
		});
		const cookies = state.cookie.split('; ').map((cookie) => {
			const [name = '', ...value] = cookie.split('=');
			return { name, value: value.join('='), url: state.url };
		});
		await context.addCookies(cookies);
		await context.addInitScript({
			content: `localStorage.setItem('n8n-browserId', ${JSON.stringify(state.browserId)})`,
		});
		context.setDefaultTimeout(PATIENCE_MS);
		return new Editor(await context.newPage(), context, state.url);
	}

	/** Closes the window. */
	async close(): Promise<void> {
		await this.context.close();
	}

	/** Opens an empty canvas. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
		await this.byTestId('canvas-plus-button').waitFor();
	}

	/** Opens the canvas of a workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
		await this.byTestId('canvas-node').first().waitFor();
	}

	/** Opens the panel of a node of the workflow that is open, by the editor's own links: loading takes seconds. */
	async openPanel(workflowId: string, node: Pick<INode, 'id' | 'name'>): Promise<NodePanel> {
		const path = JSON.stringify(`/workflow/${workflowId}/${node.id}`);
		await this.page.evaluate(
			`document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(${path})`,
		);
		const panel = await this.panel();
		await panel.shows(node.name);
		return panel;
	}

	/** The panel that is open. */
	async panel(): Promise<NodePanel> {
		await this.byTestId('node-parameters').waitFor();
		return new NodePanel(this);
	}

	/** Opens the list of nodes, from an empty canvas or by its plus button. */
	async openNodeList(): Promise<NodeList> {
		const first = this.byTestId('canvas-plus-button');
		await ((await first.isVisible()) ? first : this.byTestId('node-creator-plus-button')).click();
		return await NodeList.opened(this);
	}

	/** An element by n8n's own name for tests. */
	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}
}
