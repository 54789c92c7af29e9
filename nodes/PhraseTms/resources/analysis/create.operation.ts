import { awaitedAsyncRequest } from '../../../../core/endings/asyncRequest';
import { choice, toggle } from '../../../../core/fields/choice';
import { idList } from '../../../../core/fields/list';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { optionalText } from '../../../../core/fields/text';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

const type = choice(
	{ displayName: 'Type', description: 'What to count' },
	[
		{ name: 'Before Translation', value: 'PreAnalyse', description: 'What there is to translate' },
		{ name: 'After Translation', value: 'PostAnalyse', description: 'What was translated, and how' },
	],
	'PreAnalyse',
);

/** Counts the words of jobs. Source: createAnalyseAsyncV2, POST /api2/v2/analyses. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create an analysis',
		description: 'Count the words of jobs: new, repeated, or in a translation memory',
		fields: {
			jobUids: idList(
				{
					displayName: 'Job UIDs',
					default: '={{ $json.jobUid }}',
					description: 'UIDs of jobs of one project: one, several with commas, or a list by expression',
				},
				{ min: 1 },
			),
			type,
			...notifyFields,
		},
		options: {
			analyzeByLanguage: toggle({
				displayName: 'By Language',
				description: 'Whether to make an analysis for each target language',
			}),
			name: optionalText({ displayName: 'Name', description: 'Name of the analysis' }, 255),
			useProjectAnalysisSettings: toggle({
				displayName: 'Use Project Settings',
				description: 'Whether to count as the project says',
			}),
		},
	},
	{
		request: ({ jobUids, options, ...values }, tools) =>
			POST`/api2/v2/analyses`.repeatable('refused').json({
				jobs: jobUids.map((uid) => ({ uid })),
				type: values.type,
				name: options.name,
				analyzeByLanguage: options.analyzeByLanguage,
				useProjectAnalysisSettings: options.useProjectAnalysisSettings,
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest' }),
			}),
		ends: awaitedAsyncRequest({
			name: 'The analysis',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has counted',
			listed: 'asyncRequests',
			add: (_values, { analyse }) => ({ analysisId: asRecord(analyse).id }),
		}),
	},
);
