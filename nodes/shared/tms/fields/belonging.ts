import { asRecord, asText } from '../../../../core/http/read';
import { optionalText } from '../../../../core/fields/text';
import type { IDataObject } from 'n8n-workflow';
import { businessUnitId } from './businessUnit';
import { clientId } from './client';
import { domainId } from './domain';

/** What it belongs to. */
interface Belonging {
	businessUnitId?: string;
	clientId?: string;
	domainId?: string;
	note?: string;
}

/**
 * What a term base or a translation memory belongs to, and a note.
 * Source: schemas TermBaseCreateDto, TransMemoryCreateDto.
 * @param what what it is, lower case
 */
export const belonging = (what: string) => ({
	businessUnitId: businessUnitId(),
	clientId: clientId(),
	domainId: domainId(),
	note: optionalText({ displayName: 'Note', description: `Note about the ${what}` }, 4096),
});

/** The same, as Phrase takes it. */
export function toBelonging({ businessUnitId: unit, clientId: client, domainId: domain, note }: Belonging) {
	return { businessUnit: { id: unit }, client: { id: client }, domain: { id: domain }, note };
}

/** The same of what is there already, which Phrase would forget when it is not written again. */
function currentBelonging({ businessUnit, client, domain, subDomain, owner, note }: IDataObject) {
	const reference = (one: unknown) => ({ id: asText(asRecord(one).id) });
	return {
		businessUnit: reference(businessUnit),
		client: reference(client),
		domain: reference(domain),
		subDomain: reference(subDomain),
		owner: reference(owner),
		note,
	};
}

/** What a user changes of it. */
export function changedBelonging(current: IDataObject, changes: Belonging): IDataObject {
	const kept = currentBelonging(current);
	const said = toBelonging(changes);
	return {
		...kept,
		...(changes.businessUnitId && { businessUnit: said.businessUnit }),
		...(changes.clientId && { client: said.client }),
		...(changes.domainId && { domain: said.domain }),
		...(changes.note && { note: said.note }),
	};
}
