import { inBatches } from '../../../../core/endings/inBatches';
import { asRecords, asText } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

/**
 * Has Phrase put the target files of connector jobs where their source files come from.
 * Source: exportToOnlineRepository, POST /api2/v3/projects/{projectUid}/jobs/export, up to 1000 at once.
 */
export const exportToRepository = defineOperation(
	{
		name: 'Export to Repository',
		action: 'Export jobs to their repository',
		description:
			'Put the target files of jobs that a connector imported into the repository of the connector',
		fields: fromInput({ projectUid: project(), jobUids: jobUids() }),
	},
	{
		request: ({ projectUid, jobUids: uids }) =>
			POST`/api2/v3/projects/${projectUid}/jobs/export`
				.repeatable('refused')
				.json({ jobs: uids.map((uid) => ({ uid })) }),
		ends: inBatches({
			list: 'jobUids',
			entry: 'jobUid',
			size: 1000,
			does: 'exported',
			about: ({ projectUid }) => ({ projectUid }),
			done: { exported: true },
			named: ({ jobs }) => asRecords(jobs).map(({ uid }) => asText(uid) ?? ''),
		}),
	},
);
