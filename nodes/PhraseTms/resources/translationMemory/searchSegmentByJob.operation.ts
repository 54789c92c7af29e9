import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { wholeNumber } from '../../../../core/fields/number';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { scoreThreshold } from './shared/scoreThreshold';

/** Most results of either kind that Phrase gives, and as many as it gives when not told. */
const MOST = 5;

/** How many results of a kind. */
const upTo = (displayName: string, description: string) =>
	wholeNumber({ displayName, description }, { min: 0, max: MOST, initially: MOST });

/**
 * Finds what the translation memories of a job have for one segment, by its context as well.
 * Source: searchSegmentByJob, POST /api2/v1/projects/{projectUid}/jobs/{jobUid}/transMemories/searchSegment.
 */
export const searchSegmentByJob = defineOperation(
	{
		name: 'Search Segment by Job',
		action: 'Search matches for a segment',
		description: 'Find the matches that the translation memories of a job have for a segment',
		fields: {
			...fromInput({ projectUid: project(), jobUid: job() }),
			segment: requiredText({ displayName: 'Segment', description: 'Source text of the segment' }),
		},
		options: {
			contextKey: optionalText({ displayName: 'Context Key', description: 'Key of the segment in its file' }),
			maxSegments: upTo('Max Segments', 'Most results that are like the whole segment'),
			maxSubSegments: upTo('Max Subsegments', 'Most results whose source is a part of the segment'),
			nextSegment: optionalText({ displayName: 'Next Segment', description: 'Source text that follows' }),
			previousSegment: optionalText({
				displayName: 'Previous Segment',
				description: 'Source text that comes before',
			}),
			scoreThreshold,
		},
	},
	{
		request: ({ projectUid, jobUid, segment, options }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/${jobUid}/transMemories/searchSegment`
				.repeatable('always')
				.json({ segment, ...options }),
		ends: listed({
			at: 'searchResults',
			add: ({ projectUid, jobUid }, _answer, { segmentId }) => ({ projectUid, jobUid, segmentId }),
		}),
	},
);
