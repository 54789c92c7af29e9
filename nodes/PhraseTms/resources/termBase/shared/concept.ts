import { rows } from '../../../../../core/fields/rows';
import type { OptionalValues } from '../../../../../core/fields/field';
import { optionalText, requiredId } from '../../../../../core/fields/text';
import { asRecord, asRecords, asText } from '../../../../../core/http/read';
import type { IDataObject } from 'n8n-workflow';
import { domain } from '../../../../shared/tms/fields/domain';
import { subdomain } from '../../../../shared/tms/fields/subdomain';

/** What can be said of a concept. Source: schema ConceptEditDto. */
export const conceptDetails = {
	definition: optionalText({ displayName: 'Definition', description: 'What the concept means' }),
	domainUid: domain(),
	conceptNote: optionalText({ displayName: 'Note', description: 'Note about the concept' }),
	subdomains: rows(
		{
			displayName: 'Subdomains',
			row: 'Subdomain',
			addText: 'Add subdomain',
			description: 'The subdomains in which the concept is used',
		},
		{ subDomainUid: subdomain() },
	),
	url: optionalText({ displayName: 'URL', description: 'Where to read about the concept' }),
};

/** The concept an operation is about. */
export const conceptId = requiredId({
	displayName: 'Concept ID',
	placeholder: 'e.g. 5kW8sZc1R',
	description: 'ID of the concept, as Get Concepts gives it',
});

/** What is said of a concept, as Phrase takes it. */
export function toConcept({ domainUid, subdomains, ...texts }: OptionalValues<typeof conceptDetails>) {
	return {
		...texts,
		...(domainUid !== undefined && { domain: { uid: domainUid } }),
		...(subdomains && { subdomains: subdomains.map(({ subDomainUid: uid }) => ({ uid })) }),
	};
}

/** The same of a concept that is there, which Phrase would forget when it is not written again. */
export function currentConcept(current: IDataObject) {
	const { definition, domain: of, conceptNote, subdomains, url, customFields } = current;
	return {
		definition,
		domain: { uid: asText(asRecord(of).uid) },
		conceptNote,
		subdomains: asRecords(subdomains).map(({ uid }) => ({ uid })),
		url,
		customFields,
	};
}
