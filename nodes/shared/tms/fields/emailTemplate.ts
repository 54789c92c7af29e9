import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/**
 * Email templates by name or type. Phrase offers no search among them.
 * Source: listOrgEmailTemplates, GET /api2/v1/emailTemplates.
 */
const searchEmailTemplates = searchOf('searchEmailTemplates', {
	list: GET`/api2/v1/emailTemplates`,
	id: 'id',
	label: ({ name, type }, id) => `${asText(name) ?? id} (${asText(type) ?? 'no type'})`,
});

const labels = (description: string) => ({
	displayName: 'Email Template',
	description,
	search: searchEmailTemplates,
	idPlaceholder: 'e.g. 39',
});

/** An email template of the organization, by its `id`. */
export const emailTemplate = (description: string) => locator(labels(description));

/** An email template of the organization, by its `id`; an empty text for none. */
export const optionalEmailTemplate = (description: string) =>
	locator({ ...labels(description), optional: true });
