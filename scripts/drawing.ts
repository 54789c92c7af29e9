import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', 'docs');

/** A picture of the documentation, and the text that it is drawn from. */
export interface Drawing {
	source: string;
	picture: string;
}

const drawing = (name: string): Drawing => ({
	source: join(FOLDER, `${name}.dot`),
	picture: join(FOLDER, `${name}.svg`),
});

/** The rooms of the code, and the ways to wait. */
export const DRAWINGS = { rooms: drawing('rooms'), waiting: drawing('waiting') };

/** Draws a picture. */
export async function draw({ source }: Drawing): Promise<string> {
	// An ES module, which cannot be imported at the top of a CommonJS file.
	const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
	const graphviz = await Graphviz.load();
	return graphviz.dot(readFileSync(source, 'utf8'));
}
