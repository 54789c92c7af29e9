/** Most changes of a letter by which a name may differ from the one that was meant, for its length. */
const MOST_CHANGES = 0.34;

/**
 * What somebody meant who wrote a name that does not exist.
 * @returns the most similar of the known names; undefined when none is similar
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	const plain = normalized(name);
	let best: { name: string; distance: number } | undefined;
	for (const candidate of known) {
		const other = normalized(candidate);
		const isPart = plain.length > 3 && (other.startsWith(plain) || plain.startsWith(other));
		const changes = isPart ? 1 : distance(plain, other);
		const isSimilar = isPart || changes <= Math.max(1, Math.floor(plain.length * MOST_CHANGES));
		if (isSimilar && (best === undefined || changes < best.distance))
			best = { name: candidate, distance: changes };
	}
	return best?.name;
}

function normalized(name: string): string {
	return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** How many letters have to be put in, taken out or replaced to make one text of the other. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 0; i < a.length; i++) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j++) {
			const replaced = (row[j] ?? 0) + Number(a[i] !== b[j]);
			next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
