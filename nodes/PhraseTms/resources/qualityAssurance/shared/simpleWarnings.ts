import type { IDataObject } from 'n8n-workflow';
import { asRecords, asText } from '../../../../../core/http/read';

/**
 * How many warnings a job has, and of which types, instead of the warnings of each segment.
 * Source: schemas QualityAssuranceResponseDto, SegmentWarningDto.
 */
export function simpleWarnings({ segmentWarnings, finished }: IDataObject): IDataObject {
	const warnings = asRecords(segmentWarnings).flatMap((segment) => asRecords(segment.warnings));
	const open = warnings.filter(({ ignored }) => ignored !== true);
	return {
		warningsCount: open.length,
		ignoredWarningsCount: warnings.length - open.length,
		segmentsCount: asRecords(segmentWarnings).length,
		warningTypes: [...new Set(open.flatMap(({ type }) => asText(type) ?? []))].sort(),
		finished,
	};
}
