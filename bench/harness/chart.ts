import { spreadInWords } from './numbers';
import type { Comparison, Result } from './result';
import { spreadOf, type Spread } from './stats';

const WIDTH = 860;
const LABELS = 230;
const VALUES = 190;
const BAR = 16;
const LINE = 26;
const PLOT = WIDTH - LABELS - VALUES;
/** Fills of the bars: ours stand out. */
const OURS = '#4b37fd';
const OTHERS = '#a3a8b8';

/** Whether a contender is one of this package. */
const isOurs = (contender: string) => /phrase/i.test(contender);

/**
 * Draws a result: a panel for each comparison, a bar for each median, a whisker from the least to the most. Every axis
 * begins at zero.
 */
export function chartOf({ title, method, comparisons }: Result): string {
	const parts: string[] = [text(0, 18, title, 'class="title"')];
	let top = 34;
	for (const comparison of comparisons) {
		parts.push(panel(comparison, top));
		top += (comparison.rows.length + 1) * LINE + 14;
	}
	for (const line of wrapped(method, 140)) {
		parts.push(text(0, top + 8, line, 'class="method"'));
		top += 15;
	}
	const height = top + 10;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -6 ${WIDTH + 20} ${height + 6}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(title)}">`,
		'<style>.title{font-size:15px;font-weight:bold}.panel{font-weight:bold}.method{font-size:11px;fill:#666}</style>',
		`<rect x="-10" y="-6" width="${WIDTH + 20}" height="${height + 6}" fill="#fff"/>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}

function panel({ name, unit, rows }: Comparison, top: number): string {
	const spreads = rows.map(({ contender, samples }) => ({ contender, spread: spreadOf(samples) }));
	const most = Math.max(...spreads.map(({ spread }) => spread.most), Number.MIN_VALUE);
	const x = (value: number) => LABELS + (Math.max(value, 0) / most) * PLOT;
	const bars = spreads.map(({ contender, spread }, index) =>
		bar(contender, spread, x, top + 8 + (index + 1) * LINE - BAR),
	);
	const bottom = top + 14 + rows.length * LINE;
	return [
		text(0, top + 10, `${name}, ${unit}`, 'class="panel"'),
		`<line x1="${LABELS}" y1="${top + 16}" x2="${LABELS}" y2="${bottom}" stroke="#333"/>`,
		...bars,
	].join('\n');
}

function bar(contender: string, spread: Spread, x: (value: number) => number, y: number): string {
	const { median, least, most } = spread;
	const middle = y + BAR / 2;
	return [
		text(LABELS - 8, middle + 4, contender, 'text-anchor="end"'),
		`<rect x="${LABELS}" y="${y}" width="${round(x(median) - LABELS)}" height="${BAR}" fill="${isOurs(contender) ? OURS : OTHERS}"/>`,
		`<path d="M${round(x(least))} ${middle}H${round(x(most))}M${round(x(least))} ${middle - 4}v8M${round(x(most))} ${middle - 4}v8" stroke="#111" fill="none"/>`,
		text(LABELS + PLOT + 8, middle + 4, spreadInWords(spread)),
	].join('\n');
}

function text(x: number, y: number, content: string, attributes = ''): string {
	return `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`;
}

function wrapped(content: string, width: number): string[] {
	const lines: string[] = [''];
	for (const word of content.replace(/[*`_]/g, '').split(/\s+/)) {
		const line = lines.at(-1) ?? '';
		if (line.length + word.length >= width) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines;
}

function escaped(content: string): string {
	return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
