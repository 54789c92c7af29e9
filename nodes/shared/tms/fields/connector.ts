import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import type { PhraseClient } from '../../../../core/http/client.types';
import { ParameterError } from '../../../../core/http/errors';
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

/**
 * The ID of the connector that a local token names.
 * @throws ParameterError when there is none
 */
export async function connectorIdOf(client: PhraseClient, localToken: string): Promise<string> {
	const found = (await allConnectors(client)).find((one) => one.localToken === localToken);
	const id = asText(found?.id);
	if (id === undefined) throw new ParameterError(`Phrase knows no connector with the token '${localToken}'`);
	return id;
}

async function connectorsBy(
	member: 'id' | 'localToken',
	context: ILoadOptionsFunctions,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const results = (await allConnectors(lookupClient(context)))
		.flatMap(({ [member]: uid, name, type }) => {
			const value = asText(uid);
			if (value === undefined) return [];
			return [{ name: `${asText(name) ?? value} (${asText(type) ?? 'connector'})`, value }];
		})
		.filter(({ name }) => matches(name, filter));
	return { results };
}

/** Source: getConnectorList, GET /api2/v1/connectors; the list is not paged. */
async function allConnectors(client: PhraseClient): Promise<IDataObject[]> {
	const { body } = await client.send(GET`/api2/v1/connectors`);
	return asRecords(asRecord(body).connectors);
}
