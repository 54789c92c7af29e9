import { noContent, ok, param, type Handlers } from '../http/call';

/** Tag Glossary: what a plain resource does not do. */
export const glossary: Handlers = {
	activateGlossary: (call, { plain }) =>
		ok(Object.assign(plain.get('/api2/glossaries', param(call, 'glossaryUid')), call.body)),

	/** The sandbox has no recycle bin: what has been deleted is gone, and nothing is left to do. */
	purgeGlossary: () => noContent(() => undefined),
};
