import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../../core/fields/listSearch';
import { asRecord, asRecords, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { tmsClient } from './tmsClient';

/** Connectors by name. Source: getConnectorList, GET /api2/v1/connectors; the list is not paged. */
export async function searchConnectors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { body } = await tmsClient(this).send(GET`/api2/v1/connectors`);
	const results = asRecords(asRecord(body).connectors)
		.map(({ id, name, type }) => ({
			name: `${asText(name) ?? ''} (${asText(type) ?? 'connector'})`,
			value: asText(id) ?? '',
		}))
		.filter(({ name, value }) => value !== '' && matches(name, filter));
	return { results };
}
