import { NodeOperationError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { asRecord, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { chosenProject } from './chosenProject';
import { tmsClient } from './tmsClient';

/** Jobs of the chosen project by file name. Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs. */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const projectUid = chosenProject(this);
	if (projectUid === undefined) {
		throw new NodeOperationError(this.getNode(), "Choose a 'Project' first, to see its jobs");
	}
	return await searchPage(
		tmsClient(this),
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
