import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';
import { until } from '../until';
import { pinnedN8n } from '../versions';
import type { Editor } from './editor';

/** Milliseconds that a list of Phrase may take. */
const LIST_DEADLINE_MS = 20_000;

/** Milliseconds after which a list of choices is open. */
const OPENED_MS = 3_000;

/** Milliseconds after which a panel shows all its parameters. */
const FILLED_MS = 10_000;

/** What n8n calls the row of a parameter, also of one inside rows. */
const ITEM = '[data-test-id="parameter-item"]';

/** What n8n calls the choice of a credential; n8n 1 has the second one. */
const CREDENTIALS = '[data-test-id="node-credentials-slot"], [data-test-id="credentials-label"]';

/** What is used of the elements of the page; the project itself has no types of browsers. */
interface PageElement {
	innerText: string;
	/** Of input fields only. */
	value?: string;
	scrollWidth: number;
	clientWidth: number;
	dataset: Record<string, string | undefined>;
	parentElement: PageElement | null;
	closest(selector: string): PageElement | null;
	querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The panel of a node: its input on the left, its parameters in the middle, its output on the right. */
export class NodePanel {
	/** @param editor the editor that shows it */
	constructor(private readonly editor: Editor) {}

	/** Waits until it is the panel of this node. */
	async shows(node: string): Promise<void> {
		// The name is in a field to edit it, which has its text again, hidden, to be as wide.
		const name = this.editor.byTestId('ndv').getByText(node, { exact: true });
		await name.first().waitFor({ state: 'attached' });
	}

	/** The titles of the parameters, from top to bottom. */
	async titles(): Promise<string[]> {
		const titles = await this.parameters.locator(ITEM).evaluateAll(
			(elements: PageElement[], [item, credentials]) =>
				elements
					.filter((element) => element.clientWidth > 0 && element.parentElement?.closest(item) === null)
					// The choice of a credential is inside the row of the parameter below it.
					.map((element) =>
						[...element.querySelectorAll('.n8n-input-label')].find(
							(label) => label.closest(credentials) === null,
						),
					)
					// Below the title come 'Fixed' and 'Expression'; what is required has an asterisk.
					.map((label) => label?.innerText.split('\n')[0]?.replace('*', '').trim() ?? ''),
			[ITEM, CREDENTIALS] as const,
		);
		return titles.filter((title) => title !== '');
	}

	/**
	 * The titles once they are those expected, or else what is there after a while. The panel of n8n fills
	 * bit by bit, and for a moment still shows the node before.
	 */
	async titlesLike(expected: string[]): Promise<string[]> {
		let titles: string[] = [];
		const deadline = Date.now() + FILLED_MS;
		do titles = await this.titles();
		while (!isDeepStrictEqual(titles, expected) && Date.now() < deadline);
		return titles;
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

	/** Chooses an entry of a parameter that takes several, by typing what it is called. */
	async choose(parameter: string, words: string, choice: string): Promise<void> {
		await this.editor.click(this.parameter(parameter));
		await this.editor.page.keyboard.type(words);
		await this.editor.click(this.choiceNames.getByText(choice, { exact: true }));
	}

	/** Switches a toggle. */
	async toggle(parameter: string): Promise<void> {
		await this.editor.click(this.parameter(parameter).locator('.el-switch, [role="switch"]').first());
	}

	/** The entries that a parameter offers, which is closed again then. */
	async choices(parameter: string): Promise<string[]> {
		const parameterItself = this.parameter(parameter);
		// The field, as a click beside it would be taken while its list still loads. One for several choices takes none.
		const field = parameterItself.locator('input').first();
		await field.click({ timeout: OPENED_MS }).catch(async () => await parameterItself.click());
		await this.choiceNames.first().waitFor({ timeout: OPENED_MS });
		const choices = await this.choiceNames.allInnerTexts();
		await this.editor.page.keyboard.press('Escape');
		return choices.map((choice) => choice.trim());
	}

	/** Waits until a parameter that is a list of choices offers these. */
	async offers(parameter: string, choices: string[]): Promise<void> {
		let offered: string[] = [];
		await until(
			`'${parameter}' offers ${choices.join(', ')}`,
			LIST_DEADLINE_MS,
			async () => {
				// A list that is read again in this moment closes.
				offered = await this.choices(parameter).catch(() => []);
				return isDeepStrictEqual(offered, choices) || undefined;
			},
			() => offered.join(', '),
		);
	}

	/** Has the list of a parameter read again, by the menu beside its title. */
	async refreshList(parameter: string): Promise<void> {
		await this.parameter(parameter).hover();
		const options = this.editor.byTestId(`${parameter}-parameter-input-options-container`).first();
		await this.editor.click(options.locator('[data-test-id="action-toggle"]'));
		await this.editor.click(
			this.editor.page.getByText('Refresh List', { exact: true }).filter({ visible: true }),
		);
	}

	/** Adds a row to a parameter that consists of rows. */
	async addRow(parameter: string): Promise<void> {
		const rows = this.editor.byTestId(`fixed-collection-${parameter}`);
		await this.editor.click(rows.locator('[data-test-id="fixed-collection-add"]'));
	}

	/**
	 * Chooses an entry of a list that is read from Phrase.
	 * @param words what to type into its search; nothing when left out
	 */
	async pick(parameter: string, entry: string | RegExp, words?: string): Promise<void> {
		await this.editor.click(this.locatorInput(parameter));
		if (words !== undefined) await this.listSearch.fill(words);
		const entries = this.editor.byTestId('rlc-item').filter({ hasText: entry, visible: true });
		await this.editor.click(entries.first());
	}

	/** What a parameter shows whose list is read from Phrase. */
	async picked(parameter: string): Promise<string> {
		return await this.locatorInput(parameter).inputValue();
	}

	/** Searches in a list that is read from Phrase, and gives what it shows then. */
	async searchList(parameter: string, words: string): Promise<string[]> {
		await this.locatorInput(parameter).click();
		const items = this.editor.byTestId('rlc-item').filter({ visible: true });
		await items.first().waitFor();
		await this.listSearch.fill(words);
		await until(`the list shows what '${words}' finds`, LIST_DEADLINE_MS, async () => {
			const shown = await items.allInnerTexts();
			const found =
				shown.length > 0 && shown.every((item) => item.toLowerCase().includes(words.toLowerCase()));
			return found ? true : undefined;
		});
		return await items.allInnerTexts();
	}

	/** Chooses what a search in a list finds. Beside that, n8n shows what is chosen already. */
	async pickFound(parameter: string, words: string, entry: string | RegExp): Promise<void> {
		await this.locatorInput(parameter).click();
		await this.editor.byTestId('rlc-search').filter({ visible: true }).fill(words);
		await this.editor.byTestId('rlc-item').filter({ hasText: entry, visible: true }).first().click();
	}

	/** The names of the fields that a mapper shows; waits until it shows some. */
	async mapped(): Promise<string[]> {
		const fields = this.editor.byTestId('mapping-fields-container').locator('.parameter-item');
		await fields.first().waitFor();
		const texts = await fields.locator('.n8n-input-label').allInnerTexts();
		return texts.map((text) => text.split('\n')[0]?.replace('*', '').trim() ?? '');
	}

	/** Drags a member of the input onto a field, and waits until the field has it. */
	async map(member: string, target: Locator): Promise<void> {
		const members = this.editor.byTestId('ndv-input-panel').locator('[data-test-id="run-data-schema-item"]');
		await this.editor.drag(members.getByText(member, { exact: true }).first(), target);
		await target.getByText(member).first().waitFor();
	}

	/** Presses the button that executes the node. */
	async startExecuting(): Promise<void> {
		await this.editor.click(this.editor.byTestId('node-execute-button'));
	}

	/** Waits until the panel of a trigger says that it listens. */
	async listens(): Promise<void> {
		await this.editor.byTestId('ndv').getByRole('button', { name: 'Stop listening' }).first().waitFor();
	}

	/** Executes the node, and waits until n8n shows what came of it. */
	async execute(): Promise<void> {
		await this.startExecuting();
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

	/** The members that the input side offers, of a node that has run or not; waits until there are some. */
	async inputMembers(): Promise<string[]> {
		const pills = this.editor
			.byTestId('ndv-input-panel')
			.locator('[data-test-id="run-data-schema-item"] [data-name]');
		await pills.first().waitFor();
		return await pills.evaluateAll((elements: PageElement[]) =>
			elements.map(({ dataset }) => dataset.name ?? ''),
		);
	}

	/** Waits until the output side shows this. */
	async outputShows(text: string | RegExp): Promise<void> {
		await this.editor.byTestId('output-panel').getByText(text).first().waitFor();
	}

	/** Opens a file of the output, and gives its text as n8n shows it. */
	async openFile(index = 0): Promise<string> {
		const output = this.editor.byTestId('output-panel');
		// Items that have only a file open on that side already.
		const tab = output.locator('[data-test-id="radio-button-binary"]');
		if (await tab.isVisible()) await this.editor.click(tab);
		const file = output.locator(`[data-test-id="ndv-binary-data_${index}"]`).first();
		await this.editor.click(file.locator('[data-test-id="ndv-view-binary-data"]'));
		return pinnedN8n().line === '1.123' ? await this.embeddedText() : await this.framedText();
	}

	private async framedText(): Promise<string> {
		return await this.editor.page.locator('iframe').first().contentFrame().locator('body').innerText();
	}

	/** The text of the file in n8n 1, whose element for it is no frame, but gets one when the file is there. */
	private async embeddedText(): Promise<string> {
		const { page } = this.editor;
		const source = await page.locator('embed.binary-data').getAttribute('src');
		const frame = await until('the file is shown', LIST_DEADLINE_MS, async () =>
			Promise.resolve(page.frames().find((one) => one.url() === source)),
		);
		return await frame.locator('body').innerText();
	}

	/** Goes back to the canvas. */
	async close(): Promise<void> {
		// n8n 1 has the second one.
		const back = this.editor.byTestId('ndv-close-button').or(this.editor.byTestId('back-to-canvas'));
		await this.editor.click(back.first());
		await this.parameters.waitFor({ state: 'detached' });
	}

	/** A parameter, by its internal name. */
	parameter(name: string): Locator {
		return this.editor.byTestId(`parameter-input-${name}`).first();
	}

	private locatorInput(name: string): Locator {
		return this.editor.byTestId(`resource-locator-${name}`).locator('[data-test-id="rlc-input"]');
	}

	private get listSearch(): Locator {
		return this.editor.byTestId('rlc-search').filter({ visible: true });
	}

	private get parameters(): Locator {
		return this.editor.byTestId('node-parameters');
	}

	/** The list that a select shows, somewhere else in the page. */
	private get dropdown(): Locator {
		return this.editor.byTestId('parameter-input-item').filter({ visible: true });
	}

	/** The names in such a list, also in one of which several can be chosen. */
	private get choiceNames(): Locator {
		return this.editor.page.locator('.option-headline').filter({ visible: true });
	}
}
