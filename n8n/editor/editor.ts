import type { INode } from 'n8n-workflow';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { N8nSession } from '../session';
import { pinnedN8n } from '../versions';
import { NodeList } from './nodeList';
import { NodePanel } from './nodePanel';

/** Milliseconds that whatever is awaited may take on a busy machine. */
const PATIENCE_MS = 30_000;

/** Milliseconds that loading the editor may take: it is large, and n8n makes it ready when it is asked for first. */
const OPENING_MS = 150_000;

/** What the editor's own code has in common, in the page. */
const VUE = "document.querySelector('#app').__vue_app__.config.globalProperties";

/** How the editor looks. */
export interface EditorLook {
	/** Dark instead of light. */
	dark?: boolean;
}

/** n8n's editor in a browser, as somebody uses it who has signed in. Counts what that person has to click. */
export class Editor {
	private counted = 0;

	/** What went wrong in the page's own code. */
	readonly pageErrors: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		page.setDefaultTimeout(PATIENCE_MS);
		page.on('pageerror', (error) => this.pageErrors.push(error.message));
	}

	/** Opens a window of its own, signed in. */
	static async open(browser: BrowserContext, { state }: N8nSession, look: EditorLook = {}): Promise<Editor> {
		const cookies = state.cookie.split('; ').map((cookie) => {
			const [name = '', ...value] = cookie.split('=');
			return { name, value: value.join('='), url: state.url };
		});
		await browser.addCookies(cookies);
		const page = await browser.newPage();
		await page.emulateMedia({ colorScheme: look.dark === true ? 'dark' : 'light' });
		await page.addInitScript({
			// The frame in which n8n shows a file has no storage.
			content: `if (window === top) localStorage.setItem('n8n-browserId', ${JSON.stringify(state.browserId)})`,
		});
		return new Editor(page, state.url);
	}

	/** Closes the window. */
	async close(): Promise<void> {
		await this.page.close();
	}

	/** How often was clicked so far; a double click and a drag are one. */
	get clicks(): number {
		return this.counted;
	}

	/** Opens an empty canvas. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
		await this.byTestId('canvas-plus-button').waitFor({ timeout: OPENING_MS });
	}

	/** Opens the list of credentials, and gives the icons in it. */
	async openCredentials(): Promise<Locator> {
		await this.page.goto(`${this.url}/home/credentials`, { waitUntil: 'domcontentloaded' });
		return this.byTestId('resources-list-item').locator('img');
	}

	/** Opens the canvas of a workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
		await this.byTestId('canvas-node').first().waitFor({ timeout: OPENING_MS });
	}

	/** Opens the panel of a node of the workflow that is open, by the editor's own links: loading takes seconds. */
	async openPanel(workflowId: string, node: Pick<INode, 'id' | 'name'>): Promise<NodePanel> {
		const path = JSON.stringify(`/workflow/${workflowId}/${node.id}`);
		await this.page.evaluate(`${VUE}.$router.push(${path})`);
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
		await this.click((await first.isVisible()) ? first : this.byTestId('node-creator-plus-button'));
		return await NodeList.opened(this);
	}

	/** Opens the list of nodes for what follows a node: by the plus behind it. */
	async openNodeListAfter(name: string): Promise<NodeList> {
		await this.click(this.node(name).locator('[data-test-id="canvas-handle-plus"]').first());
		return await NodeList.opened(this);
	}

	/** Opens the panel of a node on the canvas. */
	async openNode(name: string): Promise<NodePanel> {
		this.counted++;
		await this.node(name).dblclick();
		const panel = await this.panel();
		await panel.shows(name);
		return panel;
	}

	/** Presses the button that executes the workflow. */
	async execute(): Promise<void> {
		await this.click(this.byTestId('execute-workflow-button').first());
	}

	/** Waits until the canvas shows that a node has done its work. */
	async succeeded(name: string): Promise<void> {
		await this.node(name).locator('[data-test-id="canvas-node-status-success"]').waitFor();
	}

	/** Waits until the canvas shows that an execution waits in a node. */
	async waitsIn(name: string): Promise<void> {
		await this.node(name).locator('[class*="_waiting_"]').first().waitFor();
	}

	/** Waits until the canvas shows that nodes listen for an event. */
	async listens(): Promise<void> {
		await this.byTestId('stop-execution-waiting-for-webhook-button').waitFor();
	}

	/** Moves the canvas so that all of it is seen. */
	async zoomToFit(): Promise<void> {
		await this.click(this.byTestId('zoom-to-fit'));
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/**
	 * Waits until the workflow has something in it that was typed: n8n 2 saves it then, n8n 1 only keeps it in mind.
	 * @param pattern regular expression for the JSON of a node
	 */
	async takesOver(pattern: string): Promise<void> {
		if (pinnedN8n().line === '1.123') {
			const nodes = `${VUE}.$pinia.state.value.workflows.workflow.nodes`;
			await this.page.waitForFunction(
				`new RegExp(${JSON.stringify(pattern)}).test(JSON.stringify(${nodes}))`,
			);
		} else {
			const isSaved = new RegExp(pattern);
			await this.page.waitForRequest((request) => isSaved.test(request.postData() ?? ''));
		}
	}

	/** Names of the node types on the canvas. */
	async nodeTypes(): Promise<string[]> {
		const types = await this.byTestId('canvas-node').evaluateAll(
			(nodes: Array<{ dataset: Record<string, string | undefined> }>) =>
				nodes.map(({ dataset }) => dataset.nodeType ?? ''),
		);
		return types.sort();
	}

	/**
	 * The ID of the workflow that is open.
	 * @throws when it has not been saved
	 */
	workflowId(): string {
		const id = /\/workflow\/(\w+)/.exec(this.page.url())?.[1];
		if (id === undefined || id === 'new') throw new Error('The workflow has not been saved');
		return id;
	}

	/** Clicks, and counts it. */
	async click(target: Locator): Promise<void> {
		this.counted++;
		await target.click();
	}

	/** Drags one thing to another, which counts as a click. */
	async drag(from: Locator, to: Locator): Promise<void> {
		this.counted++;
		await from.hover();
		await this.page.mouse.down();
		const box = await to.boundingBox();
		if (box === null) throw new Error('There is nothing to drop on');
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		// n8n begins a drag when the mouse has moved, and offers its targets then.
		await this.page.mouse.move(x + 5, y + 5, { steps: 10 });
		await this.page.mouse.move(x, y, { steps: 2 });
		await this.page.mouse.up();
	}

	/** An element by n8n's own name for tests. */
	byTestId(id: string): Locator {
		return this.page.locator(`[data-test-id="${id}"]`);
	}
}
