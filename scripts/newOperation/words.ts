/** Words that stay small in titles. */
const SMALL = new Set(['a', 'an', 'and', 'by', 'for', 'from', 'in', 'of', 'the', 'to', 'with']);

/** Makes Title Case of a name in camelCase or with underscores: 'setStatus' is 'Set Status'. */
export function titleCase(name: string): string {
	const words = name.split(/_|(?<=[a-z\d])(?=[A-Z])/).map((word) => word.toLowerCase());
	return words
		.map((word, index) =>
			index > 0 && SMALL.has(word) ? word : (ABBREVIATIONS.get(word) ?? capitalized(word)),
		)
		.join(' ');
}

const ABBREVIATIONS = new Map([
	['id', 'ID'],
	['uid', 'UID'],
	['url', 'URL'],
	['lqa', 'LQA'],
	['mt', 'MT'],
]);

function capitalized(word: string): string {
	return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
