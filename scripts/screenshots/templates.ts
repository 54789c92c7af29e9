import { basename } from 'node:path';
import { readTemplate, TEMPLATES, type TemplateName } from '../../n8n';
import type { Scene, Shot, Stage } from './pictures';

/** Where the pictures are, from the top of the clone. */
const FOLDER = 'workflows/pictures';

/** CSS pixels of the window in which a template is seen as a whole. */
const WINDOW = { width: 1400, height: 1000 };

/** The canvas of each template, as it is after the import. */
async function* templates({ n8n, open }: Stage): AsyncGenerator<Shot> {
	const editor = await open();
	await editor.page.setViewportSize(WINDOW);
	for (const [template, file] of Object.entries(TEMPLATES)) {
		const { id } = await n8n.createWorkflow(readTemplate(template as TemplateName));
		await editor.openWorkflow(id);
		await editor.zoomToFit();
		// Nodes and notes.
		const around = [editor.page.locator('.vue-flow__node')];
		yield { name: basename(file, '.json'), folder: FOLDER, editor, around, margin: 12 };
	}
}

/** A picture of each template. */
export const TEMPLATE_SCENES: Scene[] = [templates];
