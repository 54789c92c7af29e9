import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resources } from '../core/operation/operation';
import { resources as languageAi } from '../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../nodes/PhraseTms/resources';

const ROOT = join(__dirname, '..');

const NODES: Array<[folder: string, resources: Resources]> = [
	['nodes/PhraseTms/resources', tms],
	['nodes/PhraseLanguageAi/resources', languageAi],
];

/** A file and how many lines it has. */
export interface Size {
	/** Path from the root of the package. */
	file: string;
	lines: number;
}

/** The files of operations, the largest first. */
export function operationSizes(): Size[] {
	return NODES.flatMap(([folder]) => sizesIn(folder))
		.filter(({ file }) => file.endsWith('.operation.ts'))
		.sort((a, b) => b.lines - a.lines);
}

/**
 * Lines that an operation comes to, for each operation: those of its resource's folder, with what its operations
 * share, divided by the operations of the resource.
 */
export function linesPerOperation(): number[] {
	return NODES.flatMap(([folder, resources]) =>
		Object.entries(resources).flatMap(([name, { operations }]) => {
			const count = Object.keys(operations).length;
			const lines = total(sizesIn(`${folder}/${name}`));
			return Array.from({ length: count }, () => lines / count);
		}),
	);
}

/** Lines of all that ships: what operations are made of, and they themselves. */
export function shippedLines(): number {
	return total(['core', 'nodes'].flatMap(sizesIn));
}

/** The value in the middle; between two of them their mean. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function sizesIn(folder: string): Size[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => `${folder}/${path}`)
		.map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 }));
}

function total(sizes: Size[]): number {
	return sizes.reduce((sum, { lines }) => sum + lines, 0);
}
