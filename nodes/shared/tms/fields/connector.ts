import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asRecord, asRecords, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** The connector to a repository outside Phrase. */
export const connector = () =>
	locator({
		displayName: 'Connector',
		description: 'The connector, which is a repository that Phrase TMS can read from and write to',
		search: searchConnectors,
		idPlaceholder: 'e.g. 1742',
	});

/** The connector by its local token, which is how a job refers to it. */
export const connectorToken = () =>
	locator({
		displayName: 'Connector',
		description: 'The connector, which a job refers to by its local token',
		search: searchConnectorTokens,
		idPlaceholder: 'e.g. kEJq2vBk',
	});

/** Connectors by name. */
async function searchConnectors(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await connectorsBy('id', this, filter);
}

/** Connectors by name, with their local tokens. */
async function searchConnectorTokens(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await connectorsBy('localToken', this, filter);
}

/** Source: getConnectorList, GET /api2/v1/connectors; the list is not paged. */
async function connectorsBy(
	member: 'id' | 'localToken',
	context: ILoadOptionsFunctions,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const { body } = await lookupClient(context).send(GET`/api2/v1/connectors`);
	const results = asRecords(asRecord(body).connectors)
		.flatMap(({ [member]: uid, name, type }) => {
			const value = asText(uid);
			if (value === undefined) return [];
			return [{ name: `${asText(name) ?? value} (${asText(type) ?? 'connector'})`, value }];
		})
		.filter(({ name }) => matches(name, filter));
	return { results };
}
