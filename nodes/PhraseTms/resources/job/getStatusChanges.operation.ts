import { many } from '../../../../core/endings/many';
import { choice } from '../../../../core/fields/choice';
import { GET } from '../../../../core/http/request';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';

/**
 * Lists what statuses a job has had.
 * Source: statusChanges, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}/statusChanges.
 */
export const getStatusChanges = defineOperation(
	{
		name: 'Get Status Changes',
		action: 'Get status changes of a job',
		description: 'Retrieve which statuses a job has had, since when, and who set them',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			order: choice(
				{ displayName: 'Order', description: 'Which change comes first' },
				[
					{ name: 'Newest First', value: 'DESC' },
					{ name: 'Oldest First', value: 'ASC' },
				],
				'ASC',
			),
		},
	},
	{
		request: ({ projectUid, jobUid, order }) =>
			GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}/statusChanges`.query({ order }),
		ends: many({
			at: 'statusChanges',
			paged: false,
			add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
