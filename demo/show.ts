import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome, Stage } from '../stage';
import { compareFile, madeFile, saveFile } from './files';

/** Characters of a text that are shown. */
const WIDTH = 80;

/**
 * What came of a template, in lines of text: for each file its first translated line and its score; for all else one line
 * a node. Saves the files.
 *
 * @param folder below demo/output, for the files
 * @throws Error when a file is another one than the sandbox made
 */
export async function shown(stage: Stage, outcomes: Outcome[], folder: string): Promise<string[]> {
	const lines = outcomes.map(async ({ execution, node, output, member }) => {
		const items = execution.items(node, output);
		if (member === undefined) return await Promise.all(items.map((item) => lineOf(stage, item, folder)));
		return [cut(`${node}: ${items.map(({ json }) => textOf(json[member])).join(', ')}`)];
	});
	return (await Promise.all(lines)).flat();
}

async function lineOf(stage: Stage, { json, binary }: INodeExecutionData, folder: string): Promise<string> {
	const [file] = Object.values(binary ?? {});
	if (file === undefined) throw new Error('An item has no file');
	const bytes = await stage.n8n.download(file);
	const made = await madeFile(json, stage.sandbox);
	if (made !== undefined) compareFile(bytes, made);
	const folders = made === undefined ? [folder] : [folder, made.language];
	const path = await saveFile(bytes, file.fileName ?? 'file', folders);
	return [path, cut(tellingLine(bytes.toString())), ...scoreOf(json)].join('  ');
}

/** The first line that is translated, or else the last one. */
function tellingLine(text: string): string {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return (lines.find((line) => line.startsWith('[')) ?? lines.at(-1) ?? '').trim();
}

function scoreOf({ score, passed }: INodeExecutionData['json']): string[] {
	if (typeof score !== 'number') return [];
	return [`score ${score}, ${passed === true ? 'passes' : 'to be reviewed'}`];
}

function textOf(value: INodeExecutionData['json'][string]): string {
	return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function cut(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
}
