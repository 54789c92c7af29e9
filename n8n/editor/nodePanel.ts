import type { Locator } from 'playwright-core';
import { until } from '../until';
import type { Editor } from './editor';

/** Milliseconds that a list of Phrase may take. */
const LIST_DEADLINE_MS = 20_000;

/** What is used of the elements of the page; the project itself has no types of browsers. */
interface PageElement {
	innerText: string;
	/** Of input fields only. */
	value?: string;
	scrollWidth: number;
	clientWidth: number;
	parentElement: PageElement | null;
	closest(selector: string): PageElement | null;
}

/** The panel of a node: its input on the left, its parameters in the middle, its output on the right. */
export class NodePanel {
	/** @param editor the editor that shows it */
	constructor(private readonly editor: Editor) {}

	/** Waits until it is the panel of this node. */
	async shows(node: string): Promise<void> {
		await this.editor.byTestId('ndv').getByText(node, { exact: true }).first().waitFor();
	}

	/** The titles of the parameters, from top to bottom. */
	async titles(): Promise<string[]> {
		const items = this.parameters.locator('[data-test-id="parameter-item"]');
		const titles = await items.evaluateAll((elements: PageElement[]) =>
			elements
				.filter((item) => item.parentElement?.closest('[data-test-id="parameter-item"]') === null)
				.map((item) => item.innerText.split('\n')[0]?.trim() ?? ''),
		);
		return titles.filter((title) => title !== '');
	}

	/** The texts in the panel that do not fit in where they are shown. */
	async cutOff(): Promise<string[]> {
		const texts = this.parameters.locator('label span, button, input[readonly]');
		const cut = await texts.evaluateAll((elements: PageElement[]) =>
			elements
				.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
				.map((element) => (element.value ?? element.innerText).trim()),
		);
		return cut.filter((text) => text !== '');
	}

	/** Chooses an entry of a parameter that is a list of choices. */
	async select(parameter: string, choice: string): Promise<void> {
		await this.editor.click(this.parameter(parameter));
		await this.editor.click(this.dropdown.getByText(choice, { exact: true }));
	}

	/** The entries that a parameter offers, which is closed again then. */
	async choices(parameter: string): Promise<string[]> {
		await this.parameter(parameter).click();
		await this.dropdown.first().waitFor();
		const choices = await this.dropdown.locator('.option-headline').allInnerTexts();
		await this.editor.page.keyboard.press('Escape');
		return choices.map((choice) => choice.trim());
	}

	/** Chooses an entry of a list that is read from Phrase. */
	async pick(parameter: string, entry: string | RegExp): Promise<void> {
		await this.editor.click(this.locatorInput(parameter));
		await this.editor.click(
			this.editor.byTestId('rlc-item').filter({ hasText: entry, visible: true }).first(),
		);
	}

	/** Searches in a list that is read from Phrase, and gives what it shows then. */
	async searchList(parameter: string, words: string): Promise<string[]> {
		await this.locatorInput(parameter).click();
		const items = this.editor.byTestId('rlc-item').filter({ visible: true });
		await items.first().waitFor();
		await this.editor.byTestId('rlc-search').filter({ visible: true }).locator('input').fill(words);
		await until(`the list shows what '${words}' finds`, LIST_DEADLINE_MS, async () => {
			const shown = await items.allInnerTexts();
			const found =
				shown.length > 0 && shown.every((item) => item.toLowerCase().includes(words.toLowerCase()));
			return found ? true : undefined;
		});
		return await items.allInnerTexts();
	}

	/** Drags a member of the input to a parameter. */
	async map(member: string, parameter: string): Promise<void> {
		const source = this.editor
			.byTestId('ndv-input-panel')
			.locator('[data-test-id="run-data-schema-item"] [data-target="mappable"], [data-target="mappable"]')
			.filter({ hasText: new RegExp(`^${member}$`) });
		await this.editor.drag(source.first(), this.parameter(parameter));
	}

	/** Executes the node, and waits until n8n shows what came of it. */
	async execute(): Promise<void> {
		await this.editor.click(this.editor.byTestId('node-execute-button'));
		const output = this.editor.byTestId('output-panel');
		await output
			.locator(
				'[data-test-id="ndv-items-count"], [data-test-id="node-error-message"], .node-error-view, [data-test-id="node-error-view-header"]',
			)
			.first()
			.waitFor({ timeout: 60_000 });
	}

	/** What the output side says. */
	async output(): Promise<string> {
		return await this.editor.byTestId('output-panel').innerText();
	}

	/** Goes back to the canvas. */
	async close(): Promise<void> {
		await this.editor.click(this.editor.byTestId('ndv-close-button'));
		await this.parameters.waitFor({ state: 'detached' });
	}

	/** A parameter, by its internal name. */
	parameter(name: string): Locator {
		return this.editor.byTestId(`parameter-input-${name}`).first();
	}

	private locatorInput(name: string): Locator {
		return this.editor.byTestId(`resource-locator-${name}`).locator('[data-test-id="rlc-input"]');
	}

	private get parameters(): Locator {
		return this.editor.byTestId('node-parameters');
	}

	/** The list that a select shows, somewhere else in the page. */
	private get dropdown(): Locator {
		return this.editor.byTestId('parameter-input-item').filter({ visible: true });
	}
}
