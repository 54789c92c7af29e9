import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../core/fields/listSearch';
import { ParameterError } from '../../../core/http/errors';
import { asRecord, asText } from '../../../core/http/read';
import { JOB_STATUSES } from '../../../core/phrase/events/jobStatus';
import { chosenProject } from './chosenProject';
import { jobPage } from './fields/address';
import { listJobs } from './jobList';
import { entryMaker } from './tmsSearch';
import { tmsLookup } from './tmsLookups';
import { workflowSteps } from './workflowSteps';

/**
 * Jobs of the chosen project by file name, of all its workflow levels: Phrase lists those of one level at a time. The
 * token of a page says how to go on, so that only the first one has to ask for the levels.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const projectUid = chosenProject(this);
	if (projectUid === undefined) throw new ParameterError("Choose a 'Project' first, to see its jobs");
	const { client, web } = tmsLookup(this);
	const toEntry = entryMaker({ id: 'uid', label, page: jobPage }, await web());
	let place: Place | undefined =
		paginationToken === undefined
			? { levels: (await workflowSteps(client, projectUid)).map(({ level }) => level) }
			: placeOf(paginationToken);
	for (;;) {
		const list = listJobs({ projectUid, workflowLevel: place.levels[0], filters: { filename: filter } });
		const page = await searchPage(client, list, toEntry, place.page);
		place = behind(place, page.paginationToken);
		// The editor asks for a next page only below entries.
		if (place === undefined) return { results: page.results };
		if (page.results.length > 0) return { results: page.results, paginationToken: tokenOf(place) };
	}
}

/** `guide.md (cs_cz, Translation, New, #12)` */
function label({ filename, targetLang, workflowStep, status, innerId }: IDataObject, uid: string): string {
	const { name, workflowLevel } = asRecord(workflowStep);
	const level = asText(workflowLevel);
	const details = [
		asText(targetLang),
		asText(name) ?? (level && `Step ${level}`),
		JOB_STATUSES.find(({ value }) => value === status)?.name ?? asText(status),
		asText(innerId) && `#${asText(innerId)}`,
	].filter(Boolean);
	return `${asText(filename) ?? uid}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

/** How far the list has come. */
interface Place {
	/** The workflow levels that are left, the one that is being listed first. */
	levels: number[];
	/** Token of the next page within that level; none for its first page. */
	page?: string;
}

/** Where the list goes on behind a page; undefined at its end. */
function behind({ levels }: Place, page: string | undefined): Place | undefined {
	if (page !== undefined) return { levels, page };
	return levels.length > 1 ? { levels: levels.slice(1) } : undefined;
}

/** `2,3` or `2,3;page` */
function tokenOf({ levels, page }: Place): string {
	return [levels.join(','), page].filter((part) => part !== undefined).join(';');
}

function placeOf(token: string): Place {
	const [levels = '', page] = token.split(';');
	return { levels: levels.split(',').map(Number), page };
}
