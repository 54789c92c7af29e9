import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { choice, toggle } from '../../../../core/fields/choice';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';

const TYPES = [
	{ name: 'Before Translation', value: 'PreAnalyse', description: 'What there is to translate' },
	{ name: 'After Translation', value: 'PostAnalyse', description: 'What was translated, and how' },
] as const;

const analyzeByLanguage = toggle({
	displayName: 'By Language',
	description: 'Whether to make an analysis for each target language',
});

/** Counts the words of jobs of one project. Source: createAnalyseAsyncV2, POST /api2/v2/analyses. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create an analysis',
		description: 'Count the words of jobs: new, repeated, or in a translation memory',
		fields: {
			jobUids: jobUids(50_000),
			type: choice({ displayName: 'Type', description: 'What to count' }, TYPES, 'PreAnalyse'),
			...notifyFields,
		},
		options: { analyzeByLanguage },
	},
	{
		request: (values, tools) =>
			POST`/api2/v2/analyses`.repeatable('refused').json({
				jobs: values.jobUids.map((uid) => ({ uid })),
				type: values.type,
				analyzeByLanguage: values.options.analyzeByLanguage,
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest' }),
			}),
		ends: awaitedAsyncRequest({
			name: 'The analysis',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has counted',
			listed: 'asyncRequests',
			add: (_values, { analyse }) => ({
				analysisId: asRecord(analyse).id,
				analysisUid: asRecord(analyse).uid,
			}),
		}),
	},
);
