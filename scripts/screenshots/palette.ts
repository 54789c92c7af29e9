import { crc32, deflateSync } from 'node:zlib';
import type { Color, Pixels } from '../../n8n/editor/pixels';

/** The most colors that a PNG with one byte a pixel has. */
const MOST_COLORS = 256;

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * Writes a picture as a PNG with a palette, a third as large: the 256 colors that it has most of, and for each other one
 * the nearest of them. Of the editor, which has few colors, nothing is to be seen of that.
 * Source: W3C, Portable Network Graphics (PNG) Specification, "Indexed-colour".
 */
export function palettePng(pixels: Pixels): Buffer {
	const counts = new Map<number, number>();
	for (const color of pixels.flat()) counts.set(keyOf(color), (counts.get(keyOf(color)) ?? 0) + 1);
	const palette = [...counts]
		.sort(([, one], [, other]) => other - one)
		.slice(0, MOST_COLORS)
		.map(([key]) => colorOf(key));
	const indexes = new Map([...counts.keys()].map((key) => [key, nearest(colorOf(key), palette)]));

	const header = Buffer.alloc(13);
	header.writeUInt32BE(pixels[0]?.length ?? 0, 0);
	header.writeUInt32BE(pixels.length, 4);
	header.set([8, 3, 0, 0, 0], 8);
	// Each line begins with its filter: none.
	const lines = pixels.map((line) =>
		Buffer.from([0, ...line.map((color) => indexes.get(keyOf(color)) ?? 0)]),
	);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function keyOf([red, green, blue]: Color): number {
	return (red << 16) | (green << 8) | blue;
}

function colorOf(key: number): Color {
	return [key >> 16, (key >> 8) & 0xff, key & 0xff];
}

/** Where in a palette the color is that differs least. */
function nearest(color: Color, palette: readonly Color[]): number {
	const distances = palette.map((other) =>
		color.reduce((sum, part, index) => sum + (part - (other[index] ?? 0)) ** 2, 0),
	);
	return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	checksum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, checksum]);
}
