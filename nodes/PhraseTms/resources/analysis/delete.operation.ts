import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { purge } from '../../../shared/tms/fields/purge';
import { analysisUid } from './shared/analysisUid';

/** Deletes an analysis. Source: delete, DELETE /api2/v1/analyses/{analyseUid}. */
export const deleteAnalysis = defineOperation(
	{
		name: 'Delete',
		action: 'Delete an analysis',
		description: 'Move an analysis to the recycle bin',
		fields: { analysisUid: analysisUid() },
		options: { purge },
	},
	{
		request: ({ analysisUid: uid, options }) => DELETE`/api2/v1/analyses/${uid}`.query(options),
		ends: none(({ analysisUid: uid }) => ({ analysisUid: uid, deleted: true })),
	},
);
