import { NodeOperationError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asRecord, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { chosenProject } from '../chosenProject';
import { lookupClient } from '../tmsLookups';
import { UID, WEB } from './address';

/** The job an operation is about; its list follows the chosen project. */
export const job = () =>
	locator({
		displayName: 'Job',
		description: 'The job, which is one file in one target language and workflow step',
		search: searchJobs,
		idPlaceholder: 'e.g. uFgunDJ2k0aXPwQ7vC4Ek1',
		url: {
			placeholder: 'e.g. https://cloud.memsource.com/web/job/uFgunDJ2k0aXPwQ7vC4Ek1/translate',
			idPattern: `(?:${WEB}|\\s*https?://[^/]+/twe/translation)/job/${UID}`,
		},
	});

/** Jobs of the chosen project by file name. Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs. */
async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const projectUid = chosenProject(this);
	if (projectUid === undefined) {
		throw new NodeOperationError(this.getNode(), "Choose a 'Project' first, to see its jobs");
	}
	return await searchPage(
		lookupClient(this),
		GET`/api2/v2/projects/${projectUid}/jobs`.query({ filename: filter }),
		({ uid, filename, targetLang, workflowStep }) => {
			const value = asText(uid);
			if (value === undefined) return undefined;
			const place = [asText(targetLang), asText(asRecord(workflowStep).name)].filter(Boolean).join(', ');
			return { name: `${asText(filename) ?? value} (${place})`, value };
		},
		paginationToken,
	);
}
