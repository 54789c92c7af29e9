import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../core/http/client.types';
import { pages } from '../../../core/http/pages';
import { asRecord, asRecords, asText } from '../../../core/http/read';
import { GET, type PhraseRequest } from '../../../core/http/request';

/** A custom field of the organization. */
export interface CustomField {
	uid: string;
	name: string;
	/** As Phrase names it: `STRING`, `SINGLE_SELECT`, … Source: schema CustomFieldType. */
	type: string;
	/** What may be chosen, for the types that offer something. */
	options: Array<{ uid: string; value: string }>;
}

/**
 * The custom fields that projects or jobs may have.
 * Source: getCustomFieldList, GET /api2/v1/customFields.
 */
export async function customFieldsOf(
	client: PhraseClient,
	entity: 'JOB' | 'PROJECT',
): Promise<CustomField[]> {
	const list = GET`/api2/v1/customFields`.query({ allowedEntities: [entity] });
	const fields: CustomField[] = [];
	for (const entry of await everyEntry(client, list)) {
		const uid = asText(entry.uid) ?? '';
		const options = await optionsOf(client, uid, asRecord(entry.options));
		fields.push({ uid, name: asText(entry.name) ?? uid, type: asText(entry.type) ?? 'STRING', options });
	}
	return fields;
}

/** All entries of a paged list. */
export async function everyEntry(client: PhraseClient, list: PhraseRequest): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	for await (const { entries } of pages(client, list, Infinity)) all.push(...entries);
	return all;
}

/**
 * The options of a custom field, without those that are retired. The field names the first of them itself.
 * Source: getCustomFieldOptionList, GET /api2/v1/customFields/{fieldUid}/options.
 */
async function optionsOf(
	client: PhraseClient,
	fieldUid: string,
	{ truncatedOptions, remainingCount }: IDataObject,
): Promise<CustomField['options']> {
	const options =
		Number(remainingCount ?? 0) > 0
			? await everyEntry(client, GET`/api2/v1/customFields/${fieldUid}/options`)
			: asRecords(truncatedOptions);
	return options
		.filter(({ deprecated }) => deprecated !== true)
		.map(({ uid, value }) => ({ uid: asText(uid) ?? '', value: asText(value) ?? '' }));
}
