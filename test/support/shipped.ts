import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

/** The package's root directory. */
export const ROOT = join(__dirname, '..', '..');

/** The parts of package.json that tests look at. */
export interface PackageJson {
	name: string;
	version: string;
	license: string;
	repository: { url: string };
	keywords: string[];
	files: string[];
	scripts: Record<string, string>;
	dependencies: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; nodes: string[]; credentials: string[] };
}

/** Reads package.json. */
export function packageJson(): PackageJson {
	return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageJson;
}

/** Source file, relative to the root, of a compiled file as package.json names it. */
export function sourceOf(distPath: string): string {
	return distPath.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

/** A class that package.json names, its source, and an instance of it. */
export interface Shipped<T> {
	/** Source file relative to the root. */
	source: string;
	instance: T;
}

/**
 * Loads a class as n8n does: the export named like its file.
 * @throws Error when there is no such export
 */
function load<T>(source: string): Shipped<T> {
	const className = basename(source).split('.')[0] ?? '';
	const exported = jest.requireActual<Record<string, (new () => T) | undefined>>(join(ROOT, source));
	const Class = exported[className];
	if (Class === undefined) throw new Error(`${source} does not export ${className}`);
	return { source, instance: new Class() };
}

/** Every node that package.json names. */
export function nodes(): Array<Shipped<INodeType>> {
	return packageJson().n8n.nodes.map((path) => load<INodeType>(sourceOf(path)));
}

/** Every credential type that package.json names. */
export function credentials(): Array<Shipped<ICredentialType>> {
	return packageJson().n8n.credentials.map((path) => load<ICredentialType>(sourceOf(path)));
}
