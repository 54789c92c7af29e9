import { dateTime } from '../../../../../core/fields/dateTime';
import type { OptionalValues } from '../../../../../core/fields/field';
import { optionalText } from '../../../../../core/fields/text';
import { businessUnitIdFilter } from '../../../../shared/tms/fields/businessUnit';
import { clientIdFilter } from '../../../../shared/tms/fields/client';
import { domainIdFilter } from '../../../../shared/tms/fields/domain';

/** Longest note of a project, in characters. Source: schema CreateProjectV3Dto. */
const MAX_NOTE = 4096;

/** What can be said of a project when it is created, from a template or not. */
export const projectDetails = {
	businessUnitId: businessUnitIdFilter(),
	clientId: clientIdFilter(),
	dateDue: dateTime({ displayName: 'Due Date', description: 'When the project is due' }),
	domainId: domainIdFilter(),
	note: optionalText({ displayName: 'Note', description: 'Note for the people of the project' }, MAX_NOTE),
};

/** Those as Phrase wants them. */
export function toDetails(given: OptionalValues<typeof projectDetails>): object {
	const { businessUnitId, clientId, domainId, dateDue, note } = given;
	return {
		businessUnit: { id: businessUnitId },
		client: { id: clientId },
		domain: { id: domainId },
		dateDue,
		note,
	};
}
