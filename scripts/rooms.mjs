/**
 * The rooms of the shipped code, from the ground upwards. A room may import the rooms before it, and none after it.
 * `scripts/importGraph.mjs` measures that, `eslint.config.mjs` refuses the import where it is written.
 */
export const ROOMS = [
	'core/concurrency',
	'core/http',
	'core/catalogue',
	'core/phrase',
	'core/callbacks',
	'core/fields',
	'core/operation',
	'core/waiting',
	'core/endings',
	'core/run',
	'nodes/shared',
];

/**
 * The room that a file is in.
 * @param {string} file path from the root of the repository, with slashes
 * @returns {string | undefined} undefined for a file that is in no room
 */
export function roomOf(file) {
	const room = ROOMS.find((one) => file.startsWith(`${one}/`));
	if (room !== undefined) return room;
	const [first, second] = file.split('/');
	if (first === 'credentials') return first;
	return first === 'nodes' && second !== undefined ? `nodes/${second}` : undefined;
}

/**
 * Whether a room may import another one.
 * @param {string} from room of the importing file
 * @param {string} to room of the imported file
 */
export function mayImport(from, to) {
	if (from === to) return true;
	const target = ROOMS.indexOf(to);
	if (target === -1) return false;
	const source = ROOMS.indexOf(from);
	if (from === 'credentials') return to === 'core/http';
	return source === -1 || target < source;
}
