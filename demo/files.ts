import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../sandbox';

const OUTPUT = resolve(__dirname, 'output');

/** Removes what an earlier run has saved. */
export async function clearOutput(): Promise<void> {
	await rm(OUTPUT, { recursive: true, force: true });
}

/**
 * Saves a file that a node has put out.
 *
 * @param folder folders below demo/output to save it in
 * @returns path, from the folder that the demo runs in
 */
export async function saveFile(bytes: Buffer, name: string, folder: string[]): Promise<string> {
	const path = join(OUTPUT, ...folder, basename(name));
	await mkdir(join(OUTPUT, ...folder), { recursive: true });
	await writeFile(path, bytes);
	return relative(process.cwd(), path);
}

/**
 * Compares a translated file with the one that the sandbox made.
 *
 * @param json of the item that has the file
 * @throws Error when n8n has other bytes than the sandbox made
 */
export async function compareFile(bytes: Buffer, json: IDataObject, sandbox: Sandbox): Promise<void> {
	const expected = await madeFile(json, sandbox);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (expected !== undefined && sha256 !== expected.sha256)
		throw new Error(
			`${expected.name} has the SHA-256 ${sha256} in n8n, but ${expected.sha256} in the sandbox`,
		);
}

/** The translated file of the sandbox that an item is about, or undefined when it is about none. */
async function madeFile(
	{ jobUid, fileTranslationUid, targetLang }: IDataObject,
	sandbox: Sandbox,
): Promise<{ name: string; sha256: string } | undefined> {
	if (typeof jobUid === 'string') return (await sandbox.job(jobUid)).target;
	if (typeof fileTranslationUid !== 'string' || typeof targetLang !== 'string') return undefined;
	return (await sandbox.fileTranslation(fileTranslationUid)).targets[targetLang];
}
