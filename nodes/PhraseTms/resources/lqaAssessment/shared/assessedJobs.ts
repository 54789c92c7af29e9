import type { IDataObject } from 'n8n-workflow';
import { asRecord } from '../../../../../core/http/read';

/** Most jobs of one call. Source: schema AssessmentRequestDto. */
export const MAX_JOBS = 100;

/** Jobs, as assessments name them. Source: schema AssessmentRequestDto. */
export const jobParts = (uids: string[]) => ({ jobParts: uids.map((uid) => ({ uid })) });

/** What the simplified version of an assessment keeps: its profile is left out. */
export const SIMPLE_ASSESSMENT = [
	'status',
	'origin',
	'availability',
	'startedDate',
	'finishedDate',
	'assessmentResult',
	'overallFeedback',
	'reportCanBeDownloaded',
] as const;

/**
 * The job that was asked about; the assessment may be one of a later workflow step.
 * Source: schemas AssessmentDetailDto, AssessmentResultDto.
 */
export function assessedJob({ requestedJobPartUid, jobPartUid, jobPart }: IDataObject): IDataObject {
	return { jobUid: requestedJobPartUid ?? jobPartUid ?? asRecord(jobPart).uid };
}
