import { dateTime } from '../../../../../core/fields/dateTime';
import type { OptionalValues } from '../../../../../core/fields/field';
import { optionalText } from '../../../../../core/fields/text';
import { businessUnitId } from '../../../../shared/tms/fields/businessUnit';
import { clientId } from '../../../../shared/tms/fields/client';
import { domainId } from '../../../../shared/tms/fields/domain';

/** Longest note of a project, in characters. Source: schema CreateProjectV3Dto. */
const MAX_NOTE = 4096;

/** What can be said of a project when it is created, from a template or not. */
export const projectDetails = {
	businessUnitId: businessUnitId(),
	clientId: clientId(),
	dateDue: dateTime({ displayName: 'Due Date', description: 'When the project is due' }),
	domainId: domainId(),
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
