import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { analysisUid } from './shared/analysisUid';
import { simpleWithCounts } from './shared/wordCounts';

/** Reads an analysis. Source: getAnalyseV3, GET /api2/v3/analyses/{analyseUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get an analysis',
		description: 'Retrieve an analysis, with its word counts by target language',
		fields: fromInput({ analysisUid: analysisUid() }),
	},
	{
		request: ({ analysisUid: uid }) => GET`/api2/v3/analyses/${uid}`,
		ends: one({ simple: simpleWithCounts, add: ({ analysisUid: uid }) => ({ analysisUid: uid }) }),
	},
);
