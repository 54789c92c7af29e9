import { ok, type Handlers } from '../http/call';
import { page } from '../http/paging';

/** Translation profiles of Language AI, which have no tag in its documents. */
export const translationProfile: Handlers = {
	listTranslationProfiles: (call, { profiles }) =>
		ok(
			page(call, profiles, ({ uid, name, dateCreated }) => ({
				uid,
				name,
				engines: [],
				glossaries: [],
				dateCreated: dateCreated.toISOString(),
			})),
		),
};
