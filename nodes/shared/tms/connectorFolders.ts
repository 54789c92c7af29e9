import { matches } from '../../../core/fields/listSearch';
import type { PhraseClient } from '../../../core/http/client.types';
import { contentOf, type ConnectorEntry } from './connectorContent';

/** How the list names the root. */
const ROOT = '/';

/** What is typed, and what is chosen already. */
interface Asked {
	/** A name or a part of it, or a path: `docs`, `docs/gui`. */
	typed?: string;
	/** The folder that is chosen, with its path as this list named it. */
	chosen?: ConnectorEntry;
}

/**
 * Folders of a connector by path, since lists of n8n have one level. As long as nothing is typed, these are
 * those of the root and of the chosen folder. Else they are those that the typed path leads to. The editor
 * keeps what it read while a panel is open. So what is below a folder that was just chosen shows when its
 * path is typed, or the panel is opened again.
 */
export async function foldersBy(
	client: PhraseClient,
	connectorId: string,
	{ typed = '', chosen }: Asked,
): Promise<ConnectorEntry[]> {
	const below = async (folder: ConnectorEntry) =>
		(await contentOf(client, connectorId, { fileType: 'FOLDERS_ONLY', folder: folder.value })).entries.map(
			({ name, value }) => ({ name: `${folder.name}/${name}`, value }),
		);
	const { folder: root, entries } = await contentOf(client, connectorId, { fileType: 'FOLDERS_ONLY' });
	const path = typed.trim().replace(/^\/+/, '');
	if (path === '') {
		const isDeeper = chosen !== undefined && chosen.name !== ROOT;
		return [
			...(root === undefined ? [] : [{ name: ROOT, value: root }]),
			...(isDeeper ? [chosen, ...(await below(chosen))] : []),
			...entries.filter(({ value }) => value !== chosen?.value),
		];
	}
	let level = entries;
	for (const { index } of path.matchAll(/\//g)) {
		const parent = named(level, path.slice(0, index));
		if (parent === undefined) return [];
		level = await below(parent);
	}
	const exact = named(level, path);
	return [
		...level.filter(({ name }) => matches(name, path)),
		...(exact === undefined ? [] : await below(exact)),
	];
}

/** The folder of this path, whatever the case. */
function named(folders: ConnectorEntry[], path: string): ConnectorEntry | undefined {
	return folders.find(({ name }) => name.toLowerCase() === path.toLowerCase());
}
