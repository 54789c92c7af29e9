import type { IDataObject } from 'n8n-workflow';
import { wholeNumber } from '../../../../../core/fields/number';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { pages } from '../../../../../core/http/pages';
import { asRecord, asText } from '../../../../../core/http/read';
import { listJobs, perWorkflowLevel } from '../../../../shared/tms/jobList';
import { isMatch } from './findFields';

const MINUTE_MS = 60_000;

/** The option that lets a try take the jobs of the one before. */
export const lookBeforeOption = {
	lookBeforeCreating: wholeNumber(
		{
			displayName: 'Look Before Creating (Minutes)',
			description:
				'How old jobs of the same file name, path and language may be that are taken instead of new ones',
		},
		{ min: 1, initially: 60 },
	),
};

/** Jobs that are wanted. */
interface Wanted {
	projectUid: string;
	filename: string;
	/** Original directory of the file. */
	path?: string;
	targetLangs: string[];
}

/**
 * The jobs of a file that there are already, one for each language and workflow step.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs, members `originalFileDirectory` and `dateCreated`.
 *
 * @param minutes how old they may be
 */
export async function existingJobs(
	client: PhraseClient,
	{ projectUid, filename, path = '', targetLangs }: Wanted,
	minutes: number,
): Promise<IDataObject[]> {
	const list = listJobs({ projectUid, filters: { filename } });
	const since = Date.now() - minutes * MINUTE_MS;
	const found = new Map<string, IDataObject>();
	for (const ofLevel of await perWorkflowLevel(list, { projectUid }, client)) {
		for await (const { entries } of pages(client, ofLevel, Infinity)) {
			for (const job of entries) {
				const targetLang = asText(job.targetLang) ?? '';
				const isWanted =
					asRecord(job.importStatus).status !== 'ERROR' &&
					isMatch({ filename, path }, job) &&
					targetLangs.includes(targetLang) &&
					Date.parse(asText(job.dateCreated) ?? '') >= since;
				if (isWanted) found.set(`${targetLang} ${asText(asRecord(job.workflowStep).workflowLevel)}`, job);
			}
		}
	}
	return [...found.values()];
}
