import type { Editor } from './editor';

/** n8n's list of nodes, from which the next one is added. */
export class NodeList {
	private constructor(private readonly editor: Editor) {}

	/** Waits until it is open. */
	static async opened(editor: Editor): Promise<NodeList> {
		await editor.byTestId('node-creator').waitFor();
		return new NodeList(editor);
	}

	/**
	 * Types into its search field.
	 * @returns the names that it shows then, the best first
	 */
	async search(words: string): Promise<string[]> {
		const { editor } = this;
		await editor.byTestId('node-creator-search-bar').fill(words);
		// The list follows what is typed after a moment: what is shown twice in a row is what is found.
		let shown: string[] | undefined;
		for (;;) {
			await editor.page.waitForTimeout(300);
			const now = await this.names();
			if (shown?.join('\n') === now.join('\n')) return now;
			shown = now;
		}
	}

	/** Opens an entry: the actions and triggers of an app, or the node itself. */
	async open(name: string): Promise<void> {
		const entry = this.editor.byTestId('node-creator-item-name').getByText(name, { exact: true });
		await this.editor.click(entry.first());
	}

	/** The names of all entries shown: nodes, actions and triggers. */
	async names(): Promise<string[]> {
		const names = await this.editor.byTestId('node-creator-item-name').allInnerTexts();
		return names.map((name) => name.trim());
	}

	/** All that is written in it. */
	async text(): Promise<string> {
		return await this.editor.byTestId('node-creator').innerText();
	}
}
