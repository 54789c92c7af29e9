import type { INodeListSearchItems } from 'n8n-workflow';
import { z } from 'zod/v4';
import { catalogueOf, type Catalogue } from '../../../core/catalogue/catalogue';
import type { Entry } from '../../../core/catalogue/endpoint';
import {
	chosenEndpoint,
	REFERENCE,
	referenceTo,
	type AnswerKind,
	type Chosen,
} from '../../../core/catalogue/reference';
import { findEndpoints } from '../../../core/catalogue/search';
import type { Field, Matching } from '../../../core/fields/field';
import { inWords } from '../../../core/fields/given';
import { locatorOf } from '../../../core/fields/locator';
import type { ListSearch } from '../../../core/fields/lookups';
import { plainText } from '../../../core/fields/text';
import type { Product } from '../../../core/http/client.types';
import { ParameterError } from '../../../core/http/errors';

/** Entries of one page of the list. */
const PAGE_SIZE = 50;

/** The endpoint to call, found by words or given by hand; the value is method and path. */
export function endpointField(product: Product): Field<string> {
	return locatorOf(
		{
			displayName: 'Endpoint',
			description:
				'What to call: search by words, by path, or by the operation ID in the documents of Phrase',
			search: searchEndpoints(product),
			idPlaceholder: 'e.g. POST /api2/v3/projects',
			byHand: {
				pattern: REFERENCE.source.replace(/^\^|\$$/g, ''),
				error: 'Expected a method and a path, such as GET /api2/v1/projects',
			},
		},
		() =>
			plainText(
				z
					.string()
					.trim()
					.min(1, 'choose one from the list, or give its method and path')
					.transform((given, context) => {
						const reference = referenceIn(product, given);
						if (reference !== undefined) return reference;
						context.addIssue({
							code: 'custom',
							message: `expected a method and a path, such as 'GET /api2/v1/projects', not ${inWords(given)}`,
						});
						return z.NEVER;
					}),
			),
	);
}

/**
 * The endpoint that a checked value of the field refers to.
 * @throws ParameterError when it refers to none
 */
export function endpointOf(product: Product, reference: string): Chosen {
	const chosen = chosenEndpoint(catalogueOf(product), reference);
	if (chosen !== undefined) return chosen;
	throw new ParameterError("'Endpoint': expected a method and a path");
}

/** For which endpoints a parameter is shown: those that answer with this, or of which nobody knows. */
export function answersWith(kind: AnswerKind): { endpoint: Matching[] } {
	return { endpoint: [{ _cnd: { regex: `^[^#]+$|#${kind}$` } }] };
}

/** For which endpoints a parameter of the path is asked for. */
export function hasInPath(name: string): { endpoint: Matching[] } {
	return { endpoint: [{ _cnd: { regex: `\\{${name}\\}` } }] };
}

/** Any endpoint, as soon as one is chosen. */
export const isChosen: { endpoint: Matching[] } = { endpoint: [{ _cnd: { regex: '.' } }] };

/** Method and path as given, or of the endpoint with this operation id. */
function referenceIn(product: Product, given: string): string | undefined {
	const catalogue = catalogueOf(product);
	const named = catalogue.entries.find(({ id }) => id === given);
	if (named !== undefined) return referenceTo(catalogue.endpoint(named));
	const [, , path = ''] = REFERENCE.exec(given) ?? [];
	return path === '' || path.split('/').some((one) => one === '.' || one === '..') ? undefined : given;
}

function searchEndpoints(product: Product): ListSearch {
	async function search(filter?: string, paginationToken?: string) {
		const catalogue = catalogueOf(product);
		const from = Number(paginationToken ?? 0);
		const found = findEndpoints(catalogue, filter);
		const until = from + PAGE_SIZE;
		return Promise.resolve({
			results: found.slice(from, until).map((entry) => toItem(catalogue, entry)),
			...(until < found.length && { paginationToken: String(until) }),
		});
	}
	return Object.defineProperty(search, 'name', { value: 'searchEndpoints' });
}

function toItem(catalogue: Catalogue, entry: Entry): INodeListSearchItems {
	const path = entry.path.replace(/^\/api2/, '');
	return {
		name: `${entry.tag}: ${entry.title}${age(catalogue, entry)} (${entry.method} ${path})`,
		value: referenceTo(catalogue.endpoint(entry)),
	};
}

/** What to tell of an endpoint that is not the one to take. */
function age(catalogue: Catalogue, entry: Entry): string {
	const newer = catalogue.supersededBy(entry);
	if (newer !== undefined) return ` – superseded by v${newer.version}`;
	return entry.deprecated ? ' – deprecated' : '';
}
