import type { Locator } from 'playwright-core';
import type { Editor } from './editor';

/** Milliseconds that a search among the nodes may take. */
const SEARCH_MS = 20_000;

/** n8n's list of nodes, from which the next one is added. */
export class NodeList {
	private constructor(private readonly editor: Editor) {}

	/** Waits until it is open. */
	static async opened(editor: Editor): Promise<NodeList> {
		await editor.byTestId('node-creator').waitFor();
		return new NodeList(editor);
	}

	/**
	 * Types into its search field, and waits until an entry is found.
	 * @throws when it is not
	 */
	async find(words: string, name: string): Promise<void> {
		const field = this.editor.byTestId('node-creator-search-bar');
		// The list follows what is typed after a moment, so that it may still show what was found before.
		await field.fill('');
		await this.entry(name).waitFor({ state: 'hidden', timeout: SEARCH_MS });
		await field.fill(words);
		await this.entry(name).waitFor({ timeout: SEARCH_MS });
	}

	/** Opens an entry: the actions and triggers of an app, or the node itself. */
	async open(name: string): Promise<void> {
		await this.editor.click(this.entry(name));
	}

	/** Opens the actions of an app, which are below its triggers where a workflow has none yet. */
	async openActions(): Promise<void> {
		await this.editor.click(this.editor.byTestId('node-creator').getByText(/^Actions \(\d+\)/));
	}

	/** Adds the node whose details are open, where it has no actions to choose from. */
	async addToWorkflow(): Promise<void> {
		const list = this.editor.byTestId('node-creator');
		await this.editor.click(list.getByRole('button', { name: 'Add to workflow' }));
	}

	/** Waits until it shows an entry: a node, an action or a trigger. */
	async shows(name: string): Promise<void> {
		await this.entry(name).waitFor();
	}

	/** All that is written in it. */
	async text(): Promise<string> {
		return await this.editor.byTestId('node-creator').innerText();
	}

	/** The icon of an entry. */
	icon(name: string): Locator {
		const entries = this.editor.page.locator(
			'[data-test-id="item-iterator-item"], [data-test-id="node-creator-node-item"]',
		);
		return entries
			.filter({ has: this.entry(name) })
			.locator('img')
			.first();
	}

	private entry(name: string): Locator {
		return this.editor.byTestId('node-creator-item-name').getByText(name, { exact: true }).first();
	}
}
