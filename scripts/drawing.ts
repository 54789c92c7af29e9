import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', 'docs');

/** The picture of the rooms, and the text that it is drawn from. */
export const ROOMS = { source: join(FOLDER, 'rooms.dot'), picture: join(FOLDER, 'rooms.svg') };

/** Draws the picture of the rooms. */
export async function drawRooms(): Promise<string> {
	// An ES module, which cannot be imported at the top of a CommonJS file.
	const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
	const graphviz = await Graphviz.load();
	return graphviz.dot(readFileSync(ROOMS.source, 'utf8'));
}
