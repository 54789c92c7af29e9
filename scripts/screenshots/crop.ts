import { pixelsOf } from '../../n8n/editor/pixels';
import { palettePng } from './palette';
import type { Shot } from './pictures';

/** What n8n lays over everything, and what is not about the nodes. */
const IN_THE_WAY = `
.el-notification, [data-test-id="ask-assistant-floating-button"], .vue-flow__minimap { display: none !important; }
* { animation: none !important; transition: none !important; caret-color: transparent !important; }
`;

/**
 * Takes a picture of a part of the editor.
 * @returns a PNG, as small as it can be
 * @throws Error when there is nothing to see
 */
export async function takePicture(shot: Shot): Promise<Buffer> {
	const { editor, around, margin = 0, skip = 0, height = Infinity } = shot;
	const { page } = editor;
	await page.addStyleTag({ content: IN_THE_WAY });
	await page.mouse.move(0, 0);
	const all = (await Promise.all(around.map(async (one) => await one.all()))).flat();
	const boxes = (await Promise.all(all.map(async (one) => await one.boundingBox()))).filter(
		(box) => box !== null,
	);
	if (boxes.length === 0) throw new Error('There is nothing to see');
	const left = Math.min(...boxes.map(({ x }) => x)) - margin;
	const top = Math.min(...boxes.map(({ y }) => y)) - margin + skip;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
	const picture = await page.screenshot({
		clip: { x: left, y: top, width: right - left, height: Math.min(height, bottom - top) },
	});
	return palettePng(pixelsOf(picture));
}
