import { duration } from '../n8n';
import type { SavedFile } from './save';
import type { StepResult } from './steps';

/** The steps as a table: what, how long, how many requests to Phrase. */
export function stepsTable(steps: readonly StepResult[]): string {
	return table([
		['Step', 'Time', 'Requests'],
		...steps.map(({ title, ms, requests }) => [title, duration(ms), String(requests)]),
	]);
}

/** The saved files as a table. */
export function filesTable(files: readonly SavedFile[]): string {
	return table([
		['Translated file', 'Bytes', 'SHA-256, the same as in the sandbox'],
		...files.map(({ path, size, sha256 }) => [path, String(size), sha256]),
	]);
}

/** Rows of text as aligned columns, the first row underlined. */
function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd(),
	);
	return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
