import type { IDataObject } from 'n8n-workflow';
import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { keeping } from '../../../../core/fields/simplify';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

/** Most jobs of one call. Source: schema JobPartReadyReferences. */
const MAX_JOBS = 100;

/** What tells how far a job is. */
const SIMPLE_COUNTS = [
	'allConfirmed',
	'segmentsCount',
	'translatedSegmentsCount',
	'completedSegmentsCount',
	'wordsCount',
	'confirmedWordsCount',
	'completedWordsCount',
	'qualityAssuranceResolved',
];

const simpleCounts = ({ counts }: IDataObject) => keeping(SIMPLE_COUNTS, asRecord(counts));

/** Counts segments and words. Source: getSegmentsCount, POST /api2/v1/projects/{projectUid}/jobs/segmentsCount. */
export const getSegmentCounts = defineOperation(
	{
		name: 'Get Segment Counts',
		action: 'Get segment counts of jobs',
		description: 'Count how many segments and words of jobs there are, are translated and are confirmed',
		fields: fromInput({ projectUid: project(), jobUids: jobUids() }),
	},
	{
		request: ({ projectUid, jobUids: uids }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/segmentsCount`
				.repeatable('always')
				.json({ jobs: uids.map((uid) => ({ uid })) }),
		ends: listed({
			at: 'segmentsCountsResults',
			simple: simpleCounts,
			batches: { list: 'jobUids', size: MAX_JOBS },
			add: ({ projectUid }, _answer, { jobPartUid }) => ({ projectUid, jobUid: jobPartUid }),
		}),
	},
);
