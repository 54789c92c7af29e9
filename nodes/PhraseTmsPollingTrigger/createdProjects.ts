import type { IDataObject } from 'n8n-workflow';

import { pages } from '../../core/http/pages';
import { asText } from '../../core/http/read';
import { GET } from '../../core/http/request';
import { passesOwnFilters, passesPlaceFilters } from '../shared/tms/events/eventFilters';
import { clientIn, NEWEST_FIRST } from '../shared/tms/events/watchedJobs';
import { HOUR_MS, type Happened, type Look } from './look';
import { PROJECT_CREATED } from './polledEvents';

/**
 * How far behind the last look the node looks for projects, in hours. The clocks of n8n and Phrase may differ, and a
 * project may come to Phrase's list late.
 */
const OVERLAP_HOURS = 24;

/**
 * The projects that were created since a moment, or shortly before, the newest first.
 * Source: listProjects, GET /api2/v1/projects.
 *
 * @param since ms since 1970
 * @throws PhraseError when Phrase does not tell
 */
export async function* createdProjects(
	{ client, settings, now }: Look,
	since: number,
): AsyncGenerator<Happened> {
	const from = since - OVERLAP_HOURS * HOUR_MS;
	// Phrase counts in whole hours, so it may give some more.
	const createdInLastHours = Math.ceil((now - from) / HOUR_MS);
	const request = GET`/api2/v1/projects`.query({
		createdInLastHours,
		includeArchived: true,
		...NEWEST_FIRST,
	});
	for await (const { entries } of pages(client, request, Infinity)) {
		for (const project of entries) {
			const json = itemOf(project);
			if (Date.parse(asText(project.dateCreated) ?? '') < from) continue;
			const { filters } = settings;
			if (!passesOwnFilters(json, filters)) continue;
			if (!(await passesPlaceFilters(json, filters, clientIn))) continue;
			yield { key: `project ${asText(project.uid)}`, json };
		}
	}
}

function itemOf(project: IDataObject): IDataObject {
	const { uid, dateCreated } = project;
	return {
		event: PROJECT_CREATED,
		known: true,
		eventUid: null,
		timestamp: dateCreated ?? null,
		projectUid: uid,
		project,
	};
}
