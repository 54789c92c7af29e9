import { locator } from '../../../../core/fields/locator';
import { asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Translation memories by name. Source: listTransMemories, GET /api2/v1/transMemories. */
const searchTranslationMemories = searchOf('searchTranslationMemories', {
	list: GET`/api2/v1/transMemories`,
	by: 'name',
	id: 'uid',
	label: ({ name, sourceLang, targetLangs }, id) =>
		`${asText(name) ?? id} (${asText(sourceLang) ?? '?'} > ${asTexts(targetLangs).join(', ')})`,
});

/** The translation memory an operation is about. */
export const translationMemory = () =>
	locator({
		displayName: 'Translation Memory',
		description: 'The translation memory in Phrase TMS',
		search: searchTranslationMemories,
		idPlaceholder: 'e.g. 9sJ4iIb5yGgLh4AxN2pZm3',
	});
