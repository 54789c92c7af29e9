import type { Locator, Page } from 'playwright-core';
import { pinnedN8n } from '../versions';
import type { Editor } from './editor';

/** What the form says about a test of what stands in it. */
export interface CredentialVerdict {
	passed: boolean;
	/** Its words, details included. */
	text: string;
}

/** The form of a credential. */
export class CredentialForm {
	private constructor(private readonly editor: Editor) {}

	/** Opens the form of a new credential from the panel of a node. */
	static async openNew(editor: Editor): Promise<CredentialForm> {
		const choice = editor.byTestId('node-credentials-select').filter({ visible: true });
		const connect = editor.byTestId('node-credentials-slot').getByRole('button', { name: /^Connect to/ });
		await choice.or(connect).first().waitFor();
		if (await connect.isVisible()) await editor.click(connect);
		else {
			await editor.click(choice);
			await editor.click(editor.byTestId('node-credentials-select-item-new').filter({ visible: true }));
		}
		const form = new CredentialForm(editor);
		await form.dialog.waitFor();
		return form;
	}

	/** Changes the kind of the credential, where a node takes several: by a menu, or by the buttons of n8n 1. */
	async changeKind(kind: string): Promise<void> {
		const menu = this.editor.byTestId('credential-mode-dropdown-trigger');
		const buttons = this.editor.byTestId('node-auth-type-selector');
		await menu.or(buttons).waitFor();
		if (await menu.isVisible()) {
			await this.editor.click(menu);
			await this.editor.click(this.editor.page.getByRole('menuitem', { name: kind }));
		} else await this.editor.click(buttons.getByText(kind, { exact: true }));
	}

	/** Chooses an entry of a field with choices. */
	async select(field: string, choice: string): Promise<void> {
		await this.editor.click(this.field(field));
		const entries = this.editor.page.locator('.option-headline').filter({ visible: true });
		await this.editor.click(entries.getByText(choice, { exact: true }));
	}

	/** Types into a field. */
	async fill(field: string, text: string): Promise<void> {
		await this.field(field).locator('input').fill(text);
	}

	/**
	 * Saves the credential, of which n8n makes a test then, and reads what came of it. When the test passes, n8n 2 closes
	 * the form, which is opened again to read it.
	 */
	async save(): Promise<CredentialVerdict> {
		const [answer] = await Promise.all([
			this.editor.page.waitForResponse(/\/rest\/credentials\/test$/),
			this.editor.click(this.editor.byTestId('credential-save-button')),
		]);
		const { data } = (await answer.json()) as { data: { status: 'OK' | 'Error' } };
		if (data.status === 'OK') {
			if (!staysOpen()) {
				await this.closes();
				await this.editor.click(this.editor.byTestId('credential-edit-button'));
			}
			return {
				passed: true,
				text: await this.editor.byTestId('credentials-config-container-test-success').innerText(),
			};
		}
		await this.dialog.getByText('Couldn’t connect with these settings').waitFor();
		const details = this.dialog.getByText('More details');
		if (await details.isVisible()) await this.editor.click(details);
		return { passed: false, text: await this.dialog.innerText() };
	}

	/** Presses the button that sends the user to Phrase, and gives the window that opens for that. */
	async connect(): Promise<Page> {
		// n8n 1 has the second one.
		const button = this.editor
			.byTestId('quick-connect-button')
			.or(this.dialog.getByRole('button', { name: 'Connect my account' }));
		const [window] = await Promise.all([this.editor.page.waitForEvent('popup'), this.editor.click(button)]);
		return window;
	}

	/** Waits until Phrase has let the user in, and the form is closed: by n8n 2 itself, in n8n 1 by a click. */
	async connected(): Promise<void> {
		if (staysOpen()) {
			await this.editor.byTestId('oauth-connect-success-banner').filter({ visible: true }).waitFor();
			await this.close();
		} else await this.closes();
	}

	/** Closes the form. */
	async close(): Promise<void> {
		await this.editor.click(this.editor.page.locator('[role="dialog"] .el-dialog__headerbtn').last());
		await this.closes();
	}

	/** The form itself. */
	get dialog(): Locator {
		return this.editor.byTestId('credential-edit-dialog');
	}

	/** The window that the form is in, with its title and buttons. */
	get window(): Locator {
		return this.editor.page.locator('.el-dialog').filter({ visible: true });
	}

	private async closes(): Promise<void> {
		await this.dialog.waitFor({ state: 'detached' });
	}

	private field(name: string): Locator {
		return this.dialog.locator(`[data-test-id="parameter-input-${name}"]`);
	}
}

/** Whether n8n leaves the form of a credential open that has passed its test. */
function staysOpen(): boolean {
	return pinnedN8n().line === '1.123';
}
