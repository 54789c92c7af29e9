import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { idList } from '../../../../core/fields/list';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Counts anew, after jobs have changed. Source: recalculate, POST /api2/v1/analyses/recalculate, up to 100 at once. */
export const recalculate = defineOperation(
	{
		name: 'Recalculate',
		action: 'Recalculate analyses',
		description: 'Count again, where jobs have changed since an analysis was made',
		fields: {
			analysisIds: {
				...idList(
					{
						displayName: 'Analysis IDs',
						description:
							'Numbers of up to 100 analyses: one, several with commas or blanks, or a list by expression',
					},
					{ min: 1, max: 100 },
				),
				inputMember: ['analysisIds', 'analysisId'],
			},
			...notifyFields,
		},
	},
	{
		request: (values, tools) =>
			POST`/api2/v1/analyses/recalculate`.repeatable('refused').json({
				analyses: values.analysisIds.map((id) => ({ id })),
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest' }),
			}),
		ends: awaitedAsyncRequest({
			name: 'The analysis',
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has counted',
			listed: 'analyses',
			add: (_values, { analyse }) => ({
				analysisId: asRecord(analyse).id,
				analysisUid: asRecord(analyse).uid,
			}),
		}),
	},
);
