import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionNodeType, Output } from './outputs';
import { schemaOf } from './schemaOf';

/** The root of the package. */
export const ROOT = join(__dirname, '..', '..');

/** The folder of a node in which n8n looks for the schemas of its operations. */
const FOLDER = '__schema__';

/** Texts of files by their paths from the root of the package. */
export type Files = Record<string, string>;

/** The files that hold what operations put out. */
export function wantedFiles(outputs: Output[]): Files {
	return Object.fromEntries(
		outputs.map((output) => [fileOf(output), `${JSON.stringify(schemaOf(output.items), null, '\t')}\n`]),
	);
}

/** The files that are there. */
export function presentFiles(nodes: ActionNodeType[]): Files {
	const paths = nodes.flatMap(({ folder }) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
			.filter((path) => path.includes(`/${FOLDER}/`) && path.endsWith('.json')),
	);
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

/** Paths of the files that have to be written, or removed when nobody wants them any more. */
export function outOfDate(wanted: Files, present: Files): string[] {
	const paths = new Set([...Object.keys(wanted), ...Object.keys(present)]);
	return [...paths].filter((path) => wanted[path] !== present[path]).sort();
}

/** Where n8n looks for what an operation puts out: by the version of the node, and by the values of its parameters. */
function fileOf({ node, resource, operation }: Output): string {
	return `${node.folder}/${FOLDER}/v${newestVersion(node)}/${resource}/${operation}.json`;
}

/** The newest version of a node, as the three numbers that n8n makes of it. */
function newestVersion({ type }: ActionNodeType): string {
	const newest = Math.max(...[type.description.version].flat());
	return [...String(newest).split('.'), '0', '0'].slice(0, 3).join('.');
}
