import { figure, spreadInWords } from './numbers';
import { isMet, type Comparison, type Limit, type Result } from './result';
import { ratiosOf, spreadOf } from './stats';

/** A result as a part of a Markdown page, below a heading of the page. */
export function resultInMarkdown(result: Result): string {
	return [
		`_Question:_ ${result.question}`,
		`_Method:_ ${result.method}`,
		`_Result_ (${conditionsOf(result)}):`,
		...result.comparisons.map(comparisonTable),
		limitTable(result.limits),
	]
		.filter(Boolean)
		.join('\n\n');
}

/** What a result was measured with, in a line. */
export function conditionsOf(result: Result): string {
	const { date, n8n, node, processor, processors, load, minutes } = result;
	return (
		`${date.slice(0, 10)}, n8n ${n8n}, Node.js ${node}, ${processors} × ${processor}, ` +
		`load ${load.start} at the start and ${load.end} at the end, ${minutes} minutes`
	);
}

function comparisonTable({ name, unit, reference, rows }: Comparison): string {
	const base = rows.find(({ contender }) => contender === reference);
	const facts = [...new Set(rows.flatMap((row) => Object.keys(row.facts)))];
	const rounds = Math.max(...rows.map(({ samples }) => samples.length));
	const head = [
		`${name} (${rounds} ${rounds === 1 ? 'round' : 'rounds'})`,
		unit,
		...(base ? [`ratio to ${base.contender}`] : []),
		...facts,
	];
	const body = rows.map(({ contender, samples, facts: ofRow }) => [
		contender,
		spreadInWords(spreadOf(samples)),
		...(base ? [contender === reference ? '1' : spreadInWords(ratiosOf(samples, base.samples))] : []),
		...facts.map((fact) => (ofRow[fact] === undefined ? '' : figure(ofRow[fact]))),
	]);
	return table(head, body);
}

function limitTable(limits: readonly Limit[]): string {
	if (limits.length === 0) return '';
	const body = limits.map((limit) => [
		limit.what,
		`${figure(limit.measured)} ${limit.unit}`.trim(),
		limit.atMost === undefined
			? `at least ${limit.atLeast ?? ''} ${limit.unit}`.trim()
			: `at most ${limit.atMost} ${limit.unit}`.trim(),
		isMet(limit) ? 'yes' : '**no**',
	]);
	return table(['has to show', 'measured', 'limit', 'met'], body);
}

function table(head: string[], body: string[][]): string {
	return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
