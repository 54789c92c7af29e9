import type { Catalogue } from '../../core/catalogue/catalogue';
import { linesOfEndpoint, type Lines } from './lines';
import { linesOfDocument, type OpenApi } from './openApi';

/**
 * Compares an OpenAPI document of Phrase with the catalogue.
 * @returns one line for each difference: endpoints that only one of them has, other operation ids, other members
 */
export function compare(document: OpenApi, catalogue: Catalogue): string[] {
	const differences: string[] = [];
	const seen = new Set<string>();
	for (const [operationId, theirs] of linesOfDocument(document)) {
		const [method = '', path = ''] = (theirs.get('call') ?? '').split(' ');
		const endpoint = catalogue.find(method, path);
		if (endpoint === undefined) {
			differences.push(`+ ${operationId}: ${method} ${path} is new`);
			continue;
		}
		seen.add(endpoint.id);
		if (endpoint.id !== operationId) differences.push(`~ ${endpoint.id}: its operation id is ${operationId}`);
		differences.push(...compareLines(endpoint.id, theirs, linesOfEndpoint(endpoint, catalogue)));
	}
	const gone = catalogue.entries.filter(({ id }) => !seen.has(id));
	return [...differences, ...gone.map(({ id }) => `- ${id}: the document does not have it`)];
}

function compareLines(id: string, theirs: Lines, ours: Lines): string[] {
	const added = [...theirs].filter(([where]) => !ours.has(where));
	const removed = [...ours].filter(([where]) => !theirs.has(where));
	const changed = [...theirs].filter(([where, what]) => ours.has(where) && !isSame(what, ours.get(where)));
	return [
		...added.map(([where, what]) => `+ ${id} ${where}: ${what}`),
		...removed.map(([where, what]) => `- ${id} ${where}: ${what}`),
		...changed.map(([where, what]) => `~ ${id} ${where}: ${what}, not ${ours.get(where)}`),
	];
}

/** A document does not always list the values of what tells variants apart. */
function isSame(theirs: string, ours: string | undefined): boolean {
	return theirs === ours || (theirs === 'discriminator' && ours?.includes('one of ') === true);
}
