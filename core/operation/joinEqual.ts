import type { INodeProperties } from 'n8n-workflow';

/** A parameter, and what tells whether another one differs from it in more than its operations. */
interface Keyed {
	property: INodeProperties;
	key: string;
}

/**
 * Joins parameters that differ in nothing but the operation they are shown for, so that the description stays small.
 * Each operation's parameters keep their order: two are joined only where that holds.
 *
 * @param operations the parameters of each operation, each shown for its operation
 */
export function joinEqual(operations: INodeProperties[][]): INodeProperties[] {
	const joined = operations.map((properties) => properties.map(keyed)).reduce(woven, []);
	return joined.map(({ property }) => property);
}

function keyed(property: INodeProperties): Keyed {
	const { operation: _, ...show } = property.displayOptions?.show ?? {};
	return { property, key: JSON.stringify({ ...property, displayOptions: show }) };
}

/** Both lists as one that has each in its order, with as many joins as that leaves. */
function woven(left: Keyed[], right: Keyed[]): Keyed[] {
	const joins = joinsFrom(left, right);
	const result: Keyed[] = [];
	let [i, j] = [0, 0];
	for (;;) {
		const [a, b] = [left[i], right[j]];
		if (a === undefined) return [...result, ...right.slice(j)];
		if (b === undefined) return [...result, ...left.slice(i)];
		if (a.key === b.key) {
			result.push({ ...a, property: shownForBoth(a.property, b.property) });
			i++;
			j++;
		} else if (joins(i + 1, j) >= joins(i, j + 1)) {
			result.push(a);
			i++;
		} else {
			result.push(b);
			j++;
		}
	}
}

/** How many joins the rests of both lists allow, from each pair of places on. */
function joinsFrom(left: Keyed[], right: Keyed[]): (i: number, j: number) => number {
	const table = left.map(() => right.map(() => 0));
	const joins = (i: number, j: number) => table[i]?.[j] ?? 0;
	for (const [i, { key }] of [...left.entries()].reverse()) {
		const row = table[i] ?? [];
		for (const [j, other] of [...right.entries()].reverse()) {
			row[j] = key === other.key ? 1 + joins(i + 1, j + 1) : Math.max(joins(i + 1, j), joins(i, j + 1));
		}
	}
	return joins;
}

function shownForBoth(one: INodeProperties, other: INodeProperties): INodeProperties {
	const operation = [one, other].flatMap(({ displayOptions }) => displayOptions?.show?.operation ?? []);
	return {
		...one,
		displayOptions: { ...one.displayOptions, show: { ...one.displayOptions?.show, operation } },
	};
}
