import { apiResource } from '../../../shared/api/apiResource';
import { startedFileTranslation } from './startedFileTranslation';

/** Every endpoint of Phrase Language AI. */
export const api = apiResource(
	{
		product: 'languageAi',
		name: 'Phrase Language AI',
		pathFields: {},
		work: () => ({ kind: 'fileTranslation', wakes: true, ends: startedFileTranslation() }),
	},
	startedFileTranslation(),
);
