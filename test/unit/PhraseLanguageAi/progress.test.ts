import { progressOf } from '../../../nodes/PhraseLanguageAi/resources/fileTranslation/shared/progress';

type Results = Record<string, string>;

/** A state as Phrase answers with it: by action type, the status of each language. */
function state(actions: Record<string, Results>, actionTypes = ['MT_GENERIC_PRETRANSLATE']) {
	return {
		uid: 'u1',
		actions: Object.entries(actions).map(([actionType, results]) => ({
			actionType,
			results: Object.entries(results).map(([targetLang, status]) => ({
				id: 'r',
				sourceLang: 'en',
				targetLang,
				status,
			})),
		})),
		metadata: { sourceLang: { code: 'en' }, targetLangs: [{ code: 'cs' }, { code: 'de' }], actionTypes },
	};
}

const ended = (languages: ReturnType<typeof progressOf>) =>
	Object.fromEntries(languages.map(({ language, ended: isEnded }) => [language, isEnded]));
const failed = (languages: ReturnType<typeof progressOf>) =>
	Object.fromEntries(languages.map(({ language, failed: actions }) => [language, actions]));

it('tells the languages apart', () => {
	const languages = progressOf(state({ MT_GENERIC_PRETRANSLATE: { cs: 'OK', de: 'RUNNING' } }));
	expect(ended(languages)).toEqual({ cs: true, de: false });
});

it('waits for actions that Phrase lists beside those asked for', () => {
	const languages = progressOf(
		state({ FILE_IMPORT: { cs: 'RUNNING', de: 'OK' }, MT_GENERIC_PRETRANSLATE: { cs: 'OK', de: 'OK' } }),
	);
	expect(ended(languages)).toEqual({ cs: false, de: true });
});

it('does not take an import for the whole while what was asked for is not listed yet', () => {
	expect(ended(progressOf(state({ FILE_IMPORT: { cs: 'OK', de: 'OK' } })))).toEqual({ cs: false, de: false });
	expect(ended(progressOf(state({})))).toEqual({ cs: false, de: false });
});

it('waits for no more of a language that has failed', () => {
	const languages = progressOf(
		state(
			{ MT_GENERIC_PRETRANSLATE: { cs: 'ERROR', de: 'OK' }, QUALITY_ESTIMATION: { cs: 'RUNNING', de: 'OK' } },
			['QUALITY_ESTIMATION'],
		),
	);
	expect(ended(languages)).toEqual({ cs: true, de: true });
	expect(failed(languages)).toEqual({ cs: ['MT_GENERIC_PRETRANSLATE'], de: [] });
});

it('counts what is listed for a language nobody asked for as a matter of all', () => {
	const languages = progressOf(
		state({ FILE_IMPORT: { en: 'ERROR' }, MT_GENERIC_PRETRANSLATE: { cs: 'RUNNING', de: 'RUNNING' } }),
	);
	expect(failed(languages)).toEqual({ cs: ['FILE_IMPORT'], de: ['FILE_IMPORT'] });
});

it('takes a status it does not know for work that goes on', () => {
	expect(ended(progressOf(state({ MT_GENERIC_PRETRANSLATE: { cs: 'QUEUED', de: 'OK' } })))).toEqual({
		cs: false,
		de: true,
	});
});

it('looks at the languages it is told, and does without metadata', () => {
	const { actions } = state({ MT_GENERIC_PRETRANSLATE: { cs: 'OK', de: 'RUNNING' } });
	expect(ended(progressOf({ actions }, ['cs']))).toEqual({ cs: false });
	expect(ended(progressOf({ actions }, ['cs', 'de']))).toEqual({ cs: true, de: false });
});
