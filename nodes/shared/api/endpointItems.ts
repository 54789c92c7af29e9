import type { IDataObject } from 'n8n-workflow';
import type { PhraseResponse } from '../../../core/http/client.types';
import type { OutputItem } from '../../../core/operation/part';
import { idsOf, type Called } from './called';

/** What an answer in JSON becomes: an item for each entry of a list; one that says what was done when it says nothing. */
export function itemsOf(called: Called, { body }: Pick<PhraseResponse, 'body'>): OutputItem[] {
	if (body === undefined) return [{ json: { ...idsOf(called), success: true } }];
	return [body].flat().map((entry) => ({ json: toObject(entry) }));
}

function toObject(entry: unknown): IDataObject {
	return typeof entry === 'object' && entry !== null
		? (entry as IDataObject)
		: { value: entry as IDataObject[string] };
}
