import { NodeApiError, type INode } from 'n8n-workflow';
import { toPhraseError, type PhraseError } from '../http/errors';
import { NoCredential } from './listClient';
import { lookupsOf, type Filled, type Lookups } from './lookups';

/** How a user can go on without a list, by the kind of parameter that has it. */
const WITHOUT: Record<Exclude<keyof Lookups, 'resourceMapping'>, string> = {
	listSearch: "You do not need the list where you know the ID: choose 'By ID'.",
	loadOptions: 'You do not need the list where you know the ID: give it by an expression.',
};

/**
 * The `methods` of a node: what fills the lists of its fields, each of which says what to do next when it cannot be read.
 * @throws Error when two different functions have one name
 */
export function methodsFor(fields: Filled): Lookups {
	const { listSearch, loadOptions, resourceMapping } = lookupsOf(fields);
	return {
		// They are made of what the package knows, so there is nothing to go wrong with Phrase.
		resourceMapping,
		listSearch: each(
			listSearch,
			(search) =>
				async function (...given) {
					return await search.apply(this, given).catch((error: unknown) => {
						throw asNodeApiError(this.getNode(), toListError(error, 'listSearch'));
					});
				},
		),
		loadOptions: each(
			loadOptions,
			(load) =>
				async function () {
					return await load.call(this).catch((error: unknown) => {
						// In a node that was just added, n8n 2 loads choices before it has chosen the credential, and
						// does not load them again then. It would show an error about nothing until the panel is reopened.
						if (error instanceof NoCredential) return [];
						const failure = toListError(error, 'loadOptions');
						// Of a parameter with choices, the editor shows nothing but the message.
						const message = [failure.message, failure.description].filter(Boolean).join('. ');
						throw asNodeApiError(this.getNode(), failure.with({ message }));
					});
				},
		),
	};
}

function each<F>(lookups: Record<string, F>, change: (lookup: F) => F): Record<string, F> {
	return Object.fromEntries(Object.entries(lookups).map(([name, lookup]) => [name, change(lookup)]));
}

/** Whatever prevented a list, with the way to go on without it where that helps. */
function toListError(thrown: unknown, kind: keyof typeof WITHOUT): PhraseError {
	const error = toPhraseError(thrown);
	const isUnreadable = error.isPassing || error.httpCode === 403;
	return isUnreadable
		? error.with({ description: [error.description, WITHOUT[kind]].filter(Boolean).join(' ') })
		: error;
}

/** The only kind of error of which the editor shows more than the message. */
function asNodeApiError(node: INode, { message, description, httpCode }: PhraseError): NodeApiError {
	return new NodeApiError(
		node,
		{ message },
		{
			message,
			description,
			httpCode: httpCode === undefined ? undefined : String(httpCode),
		},
	);
}
