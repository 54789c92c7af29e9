import type { INodeExecutionData } from 'n8n-workflow';
import type { Outcome, Stage } from '../stage';
import { compareFile, saveFile } from './files';

/** Characters of a text that are shown. */
const WIDTH = 60;

/**
 * What came of a template, in lines of text: for each file its first translated line and its score. Saves the files.
 *
 * @param folder below demo/output, for the files
 * @throws Error when a file is another one than the sandbox made
 */
export async function shown(stage: Stage, outcomes: Outcome[], folder: string): Promise<string[]> {
	const lines = outcomes.flatMap(({ execution, node, output, member }) =>
		execution.items(node, output).map(async (item) => await lineOf(stage, item, { node, member, folder })),
	);
	return await Promise.all(lines);
}

async function lineOf(
	stage: Stage,
	{ json, binary }: INodeExecutionData,
	{ node, member, folder }: { node: string; member?: string; folder: string },
): Promise<string> {
	const [file] = Object.values(binary ?? {});
	if (file === undefined) return `${node}: ${cut(textOf(json[member ?? '']))}`;

	const bytes = await stage.n8n.download(file);
	await compareFile(bytes, json, stage.sandbox);
	const language = typeof json.targetLang === 'string' ? [json.targetLang] : [];
	const path = await saveFile(bytes, file.fileName ?? 'file', [folder, ...language]);
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
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function cut(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	return line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line;
}
