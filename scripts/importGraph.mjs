/**
 * Prints which room of the shipped code imports which, with the number of imports, and fails when an arrow points
 * upwards or files import each other in a circle.
 *
 * Usage: node scripts/importGraph.mjs
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { exit, stdout } from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import ts from 'typescript';
import { mayImport, roomOf, ROOMS } from './rooms.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['core', 'nodes', 'credentials'].flatMap((folder) =>
	readdirSync(`${root}${folder}`, { recursive: true })
		.map((file) => `${folder}/${file.split(sep).join('/')}`)
		.filter((file) => file.endsWith('.ts')),
);
const known = new Set(files);

/** The files that a file imports, type imports included. */
function importsOf(file) {
	return ts
		.preProcessFile(readFileSync(`${root}${file}`, 'utf8'))
		.importedFiles.map(({ fileName }) => fileName)
		.filter((name) => name.startsWith('.'))
		.map((name) => posix.join(posix.dirname(file), name))
		.map((path) => [`${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate)))
		.filter((target) => target !== undefined);
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

/** The circles of files, each once: depth first, a file that is met on its own path closes one. */
function circles() {
	const found = [];
	const done = new Set();
	const path = [];
	const visit = (file) => {
		const start = path.indexOf(file);
		if (start !== -1) found.push([...path.slice(start), file]);
		if (start !== -1 || done.has(file)) return;
		path.push(file);
		for (const target of graph.get(file)) visit(target);
		path.pop();
		done.add(file);
	};
	for (const file of graph.keys()) visit(file);
	return found;
}

const arrows = new Map();
const upwards = [];
for (const [file, targets] of graph) {
	for (const target of targets) {
		const [from, to] = [roomOf(file), roomOf(target)];
		if (from === to) continue;
		const arrow = `${from} > ${to}`;
		arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
		if (!mayImport(from, to)) upwards.push(`${file} imports ${target}`);
	}
}

const rooms = [...new Set(files.map(roomOf))].sort((a, b) => ROOMS.indexOf(b) - ROOMS.indexOf(a));
for (const room of rooms.sort((a, b) =>
	(ROOMS.indexOf(a) === -1) !== (ROOMS.indexOf(b) === -1) ? (ROOMS.indexOf(a) === -1 ? -1 : 1) : 0,
)) {
	const below = [...arrows].filter(([arrow]) => arrow.startsWith(`${room} > `));
	stdout.write(
		`${room}: ${below.map(([arrow, count]) => `${arrow.split(' > ')[1]} ${count}`).join(', ') || 'nothing'}\n`,
	);
}
const round = circles();
for (const circle of round) stdout.write(`circle: ${circle.join(' > ')}\n`);
for (const one of upwards) stdout.write(`not allowed: ${one}\n`);
stdout.write(`${files.length} files, ${round.length} circles, ${upwards.length} arrows upwards or across\n`);
if (round.length + upwards.length > 0) exit(1);
