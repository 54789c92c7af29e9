import { many } from '../../../../core/endings/many';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { analysisUid } from './shared/analysisUid';
import { inNumbers } from './shared/wordCounts';

/**
 * Reads an analysis as a table: a row for each target language.
 * Source: getAnalyseV3, GET /api2/v3/analyses/{analyseUid}.
 */
export const getWordCounts = defineOperation(
	{
		name: 'Get Word Counts',
		action: 'Get word counts of an analysis',
		description: 'Retrieve what an analysis has counted, an item for each target language',
		fields: fromInput({ analysisUid: analysisUid() }),
	},
	{
		request: ({ analysisUid: uid }) => GET`/api2/v3/analyses/${uid}`,
		ends: many({
			at: 'analyseLanguageParts',
			paged: false,
			simple: inNumbers,
			add: ({ analysisUid: uid }, { id }) => ({ analysisUid: uid, analysisId: id }),
		}),
	},
);
