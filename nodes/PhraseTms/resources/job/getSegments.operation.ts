import { many } from '../../../../core/endings/many';
import { fromInput } from '../../../../core/fields/fromInput';
import { wholeNumber } from '../../../../core/fields/number';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { segmentRange } from './shared/segmentRange';

/** Lists segments. Source: listSegments, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}/segments. */
export const getSegments = defineOperation(
	{
		name: 'Get Segments',
		action: 'Get segments of a job',
		description: 'Retrieve the segments of a job, each with its source and its translation',
		fields: fromInput({ projectUid: project(), jobUid: job() }),
		options: {
			beginIndex: wholeNumber(
				{ displayName: 'Begin Index', description: 'Number of the first segment in the file, from 0' },
				{ min: 0, initially: 0 },
			),
		},
	},
	{
		request: ({ projectUid, jobUid }) => GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}/segments`,
		ends: many({
			at: 'segments',
			paged: false,
			requests: async (request, values, client) => {
				const range = await segmentRange(values, client);
				return range === undefined ? [] : [request.query({ ...range })];
			},
			add: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
