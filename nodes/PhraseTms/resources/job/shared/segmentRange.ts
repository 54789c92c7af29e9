import { mostWanted } from '../../../../../core/fields/returnAll';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { asNumber, asRecord } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';
import type { JobReference } from './targetFile';

/** Segments by their numbers in the file, from 0, the last one included. */
interface SegmentRange {
	beginIndex: number;
	endIndex: number;
}

/**
 * Which segments to ask for. Phrase gives a range and no pages; a job tells which range is its own, as the parts of a
 * split job begin anywhere.
 * Source: getPart, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}, members `beginIndex` and `endIndex`.
 *
 * @returns undefined when the job has no segment that is wanted
 * @throws PhraseError when the job does not tell its range, as before its import
 */
export async function segmentRange(
	values: JobReference & { options: { beginIndex?: number } },
	client: PhraseClient,
): Promise<SegmentRange | undefined> {
	const { body } = await client.send(GET`/api2/v1/projects/${values.projectUid}/jobs/${values.jobUid}`);
	const job = asRecord(body);
	const [first, last] = [asNumber(job.beginIndex), asNumber(job.endIndex)];
	if (first === undefined || last === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: `Phrase does not tell which segments job ${values.jobUid} has`,
			description: "Turn on 'Wait for Import' in the node that creates the job, and run this again.",
		});
	}
	const beginIndex = Math.max(first, values.options.beginIndex ?? 0);
	const endIndex = Math.min(last, beginIndex + mostWanted(values) - 1);
	return beginIndex > endIndex ? undefined : { beginIndex, endIndex };
}
