import { inflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

/** Bytes of the signature, and of the fixed parts of a chunk. */
const SIGNATURE = 8;
const LENGTH_AND_TYPE = 8;
const CHECKSUM = 4;

/** The colors of a picture, from top to bottom. */
export type Pixels = Color[][];

/**
 * Reads a picture as browsers take them: a PNG of 8 bits a channel, with or without transparency, which is left out.
 * Source: W3C, Portable Network Graphics (PNG) Specification.
 * @throws Error for any other
 */
export function pixelsOf(png: Buffer): Pixels {
	const [width, depth, colorType, interlaced] = [png.readUInt32BE(16), png[24], png[25], png[28]];
	if (depth !== 8 || interlaced !== 0 || (colorType !== 2 && colorType !== 6)) {
		throw new Error('Expected a PNG as browsers make it');
	}
	const channels = colorType === 2 ? 3 : 4;
	const lineBytes = width * channels;
	const data = inflateSync(Buffer.concat(chunksOf(png, 'IDAT')));
	const lines: Pixels = [];
	let above = Buffer.alloc(lineBytes);
	for (let at = 0; at < data.length; at += lineBytes + 1) {
		const line = Buffer.from(data.subarray(at + 1, at + 1 + lineBytes));
		unfilter(data[at] ?? 0, line, above, channels);
		lines.push(colorsOf(line, channels));
		above = line;
	}
	return lines;
}

/** How much two colors differ for the eye, 1 to 21. Source: W3C, WCAG 2.2, "contrast ratio". */
export function contrast(one: Color, other: Color): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Color): number {
	const [red = 0, green = 0, blue = 0] = color.map((value) => {
		const part = value / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function chunksOf(png: Buffer, wanted: string): Buffer[] {
	const found: Buffer[] = [];
	for (let at = SIGNATURE; at < png.length;) {
		const start = at + LENGTH_AND_TYPE;
		const end = start + png.readUInt32BE(at);
		if (png.toString('latin1', at + 4, start) === wanted) found.push(png.subarray(start, end));
		at = end + CHECKSUM;
	}
	return found;
}

/** Takes back what was done to a line to make it smaller: each byte is the difference to what the filter predicts. */
function unfilter(filter: number, line: Buffer, above: Buffer, channels: number): void {
	for (let at = 0; at < line.length; at++) {
		const left = at < channels ? 0 : (line[at - channels] ?? 0);
		const up = above[at] ?? 0;
		const upLeft = at < channels ? 0 : (above[at - channels] ?? 0);
		const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
		line[at] = ((line[at] ?? 0) + predicted) & 0xff;
	}
}

function paeth(left: number, up: number, upLeft: number): number {
	const guess = left + up - upLeft;
	const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((one) => Math.abs(guess - one)) as [
		number,
		number,
		number,
	];
	if (toLeft <= toUp && toLeft <= toUpLeft) return left;
	return toUp <= toUpLeft ? up : upLeft;
}

function colorsOf(line: Buffer, channels: number): Color[] {
	return Array.from({ length: line.length / channels }, (_, index) => {
		const at = index * channels;
		return [line[at] ?? 0, line[at + 1] ?? 0, line[at + 2] ?? 0] as const;
	});
}
