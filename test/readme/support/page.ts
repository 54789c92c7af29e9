import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/shipped';

/** A section of the README, as it is written. */
export class Section {
	private constructor(private readonly text: string) {}

	/** @throws Error when no heading of the second level is called so */
	static called(heading: string): Section {
		const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
		const [, ...sections] = readme.split(/^## /m);
		const found = sections.find((section) => section.startsWith(`${heading}\n`));
		if (found === undefined) throw new Error(`The README has no section '${heading}'`);
		return new Section(found);
	}

	/** The lines of its code blocks for a shell. */
	commands(): string[] {
		const blocks = [...this.text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
		return blocks.flatMap((block) => block.trim().split('\n'));
	}

	/** The steps of its numbered list, with what is in bold and what is in code in each: what to choose, what to type. */
	steps(): Array<{ text: string; chosen: string[]; typed: string[] }> {
		const steps = [...this.text.matchAll(/^\d+\. ([\s\S]*?)(?=^\d+\. |\n\n)/gm)];
		return steps.map(([, step = '']) => {
			const text = step.replace(/\s+/g, ' ').trim();
			const marked = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, words = '']) => words);
			return { text, chosen: marked(/\*\*(.+?)\*\*/g), typed: marked(/`(.+?)`/g) };
		});
	}
}
