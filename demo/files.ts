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

/** A translated file of the sandbox. */
interface MadeFile {
	name: string;
	language: string;
	/** Hexadecimal. */
	sha256: string;
}

/** The translated file of the sandbox that an item is about, or undefined when it is about none. */
export async function madeFile(
	{ jobUid, fileTranslationUid, targetLang }: IDataObject,
	sandbox: Sandbox,
): Promise<MadeFile | undefined> {
	if (typeof jobUid === 'string') {
		const { target, targetLang: language } = await sandbox.job(jobUid);
		return { ...target, language };
	}
	if (typeof fileTranslationUid !== 'string' || typeof targetLang !== 'string') return undefined;
	const target = (await sandbox.fileTranslation(fileTranslationUid)).targets[targetLang];
	return target && { ...target, language: targetLang };
}

/**
 * Compares a translated file with the one that the sandbox made.
 *
 * @throws Error when n8n has other bytes than the sandbox made
 */
export function compareFile(bytes: Buffer, { name, sha256: expected }: MadeFile): void {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== expected)
		throw new Error(`${name} has the SHA-256 ${sha256} in n8n, but ${expected} in the sandbox`);
}
