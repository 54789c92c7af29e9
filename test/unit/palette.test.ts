import { inflateSync } from 'node:zlib';
import type { Color, Pixels } from '../../n8n/editor/pixels';
import { palettePng } from '../../scripts/screenshots/palette';

/** The colors of a PNG with a palette, whose lines are not filtered. */
function decoded(png: Buffer): Pixels {
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
		chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
	const chunk = (type: string) => chunks.get(type) ?? Buffer.alloc(0);
	const palette = chunk('PLTE');
	const lines = inflateSync(chunk('IDAT'));
	const width = chunk('IHDR').readUInt32BE(0);
	return Array.from({ length: chunk('IHDR').readUInt32BE(4) }, (_, y) =>
		[...lines.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))].map(
			(index) => [...palette.subarray(3 * index, 3 * index + 3)] as unknown as Color,
		),
	);
}

it('keeps a picture of few colors as it is', () => {
	const picture: Pixels = [
		[
			[255, 255, 255],
			[0, 0, 0],
			[1, 2, 3],
		],
		[
			[0, 0, 0],
			[255, 0, 128],
			[255, 255, 255],
		],
	];
	expect(decoded(palettePng(picture))).toEqual(picture);
});

it('puts a near color in the place of a rare one where there are too many', () => {
	const often = Array.from({ length: 256 }, (_, index): Color => [index, 0, 0]);
	const picture: Pixels = [[...often, ...often, [10, 1, 0]]];
	expect(decoded(palettePng(picture))).toEqual([[...often, ...often, [10, 0, 0]]]);
});
