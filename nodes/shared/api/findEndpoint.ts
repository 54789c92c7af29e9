import type { IDataObject } from 'n8n-workflow';
import { catalogueOf, type Catalogue } from '../../../core/catalogue/catalogue';
import type { Endpoint, Entry } from '../../../core/catalogue/endpoint';
import { inNotation } from '../../../core/catalogue/inNotation';
import { membersOf, parametersOf } from '../../../core/catalogue/parameters';
import { callOf } from '../../../core/catalogue/reference';
import { findEndpoints } from '../../../core/catalogue/search';
import type { Member, Type } from '../../../core/catalogue/types';
import { requiredText } from '../../../core/fields/text';
import { defineLocalOperation, type Operation } from '../../../core/operation/operation';
import type { Api } from './api';

/** Endpoints that are given at most: who reads them may be a model. */
const MOST_FOUND = 10;

/** Types that are explained at most, of an endpoint that is found alone. */
const MOST_TYPES = 15;

/** Finds endpoints by words, so that an AI agent can call what it has not been told of. Asks Phrase nothing. */
export function findEndpoint({ product, name }: Api): Operation {
	return defineLocalOperation(
		{
			name: 'Find Endpoint',
			action: 'Find an API endpoint',
			description: `Find endpoints of ${name} by words, with the parameters they take, to use them in Call`,
			fields: {
				query: requiredText({
					displayName: 'Search For',
					placeholder: 'e.g. import a term base',
					description: 'Words of what to do, a part of the path, or an operation ID',
				}),
			},
		},
		({ query }) => {
			const catalogue = catalogueOf(product);
			const found = findEndpoints(catalogue, query).slice(0, MOST_FOUND);
			return found.map((entry) => ({
				json: {
					...described(entry, catalogue),
					...(found.length === 1 && { types: typesOf(catalogue.endpoint(entry), catalogue) }),
				},
			}));
		},
	);
}

function described(entry: Entry, catalogue: Catalogue): IDataObject {
	const endpoint = catalogue.endpoint(entry);
	const parameters = parametersOf(endpoint, catalogue);
	const newer = catalogue.supersededBy(entry);
	return {
		endpoint: callOf(endpoint),
		title: entry.title,
		tag: entry.tag,
		operationId: entry.id,
		...(newer !== undefined && { supersededBy: callOf(newer) }),
		...(entry.deprecated && { deprecated: true }),
		parameters: listed([...parameters].sort((a, b) => Number(b.required) - Number(a.required))),
	};
}

/** What the types are that the parameters name, and those that these name, as far as there is room. */
function typesOf(endpoint: Endpoint, catalogue: Catalogue): string {
	const types = new Map<string, string>();
	const pending = parametersOf(endpoint, catalogue).flatMap(({ type }) => namesIn(type));
	for (let name = pending.shift(); name !== undefined && types.size < MOST_TYPES; name = pending.shift()) {
		if (types.has(name)) continue;
		const members = membersOf({ kind: 'named', name }, catalogue);
		if (members.length === 0) continue;
		types.set(name, `${name} { ${listed(members)} }`);
		pending.push(...members.flatMap(({ type }) => namesIn(type)));
	}
	return [...types.values()].join('\n');
}

function namesIn(type: Type): string[] {
	if (type.kind === 'list') return namesIn(type.of);
	return type.kind === 'named' ? [type.name] : [];
}

/** What members have to be: `uid*: string, note: string(..255)`; those with a star have to be there. */
function listed(members: readonly Member[]): string {
	return members
		.map(({ name, required, type }) => `${name}${required ? '*' : ''}: ${inNotation(type)}`)
		.join(', ');
}
