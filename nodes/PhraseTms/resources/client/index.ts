import type { IDataObject } from 'n8n-workflow';
import { toggle } from '../../../../core/fields/choice';
import { optionalText } from '../../../../core/fields/text';
import { asRecord, asText } from '../../../../core/http/read';
import type { Resource } from '../../../../core/operation/operation';
import { client as clientField } from '../../../shared/tms/fields/client';
import { registered } from '../shared/registered';

/** Longest note of a client, in characters. Source: schema ClientEditDto. */
const MAX_NOTE = 4096;

const details = {
	displayNoteInProject: toggle({
		displayName: 'Show Note in Projects',
		description: 'Whether projects for the client show its note',
	}),
	externalId: optionalText(
		{ displayName: 'External ID', description: 'ID of the client in another system' },
		255,
	),
	note: optionalText({ displayName: 'Note', description: 'Note about the client' }, MAX_NOTE),
};

/** What Phrase would forget of a client when it is not written again. */
function kept({
	externalId,
	note,
	displayNoteInProject,
	priceList,
	netRateScheme,
}: IDataObject): IDataObject {
	const reference = (one: unknown) => ({ id: asText(asRecord(one).id) });
	return {
		externalId,
		note,
		displayNoteInProject,
		priceList: reference(priceList),
		netRateScheme: reference(netRateScheme),
	};
}

/**
 * Whom translations are for.
 * Source: listClients, GET /api2/v1/clients; createClient, POST /api2/v1/clients; getClient, GET
 * /api2/v1/clients/{clientUid}; updateClient, PUT /api2/v1/clients/{clientUid}; deleteClient, DELETE
 * /api2/v1/clients/{clientUid}.
 */
export const client: Resource = {
	name: 'Client',
	operations: registered({
		one: 'client',
		several: 'clients',
		uid: 'clientUid',
		field: clientField,
		path: 'clients',
		details,
		kept,
	}),
	defaultOperation: 'getMany',
};
