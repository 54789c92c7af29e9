import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asRecord, asRecords, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../lookupClient';

/** The connector to a repository outside Phrase. */
export const connector = () =>
	locator({
		displayName: 'Connector',
		description: 'The connector, which is a repository that Phrase TMS can read from and write to',
		search: searchConnectors,
		idPlaceholder: 'e.g. 1742',
	});

/** Connectors by name. Source: getConnectorList, GET /api2/v1/connectors; the list is not paged. */
async function searchConnectors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { body } = await lookupClient(this).send(GET`/api2/v1/connectors`);
	const results = asRecords(asRecord(body).connectors)
		.map(({ id, name, type }) => ({
			name: `${asText(name) ?? ''} (${asText(type) ?? 'connector'})`,
			value: asText(id) ?? '',
		}))
		.filter(({ name, value }) => value !== '' && matches(name, filter));
	return { results };
}
