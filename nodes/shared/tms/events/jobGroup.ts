import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../../../core/http/read';
import { isJsonObject } from '../../../../core/phrase/lenient';
import { workflowLevelOf } from './eventFilters';

/** The jobs that have to reach a status together: those of one project, workflow step and target language. */
export interface JobGroup {
	projectUid: string;
	/** As the event has it. */
	project: IDataObject;
	workflowLevel: number;
	targetLang: string;
}

/** The groups that the items of an event are about, each once. An item that does not name its group has none. */
export function groupsOf(items: IDataObject[]): JobGroup[] {
	const groups = items.flatMap((item) => groupOf(item) ?? []);
	return [...new Map(groups.map((group) => [groupKey(group), group])).values()];
}

function groupOf({ job, project, projectUid }: IDataObject): JobGroup | undefined {
	if (!isJsonObject(job) || !isJsonObject(project)) return undefined;
	const targetLang = asText(job.targetLang);
	if (typeof projectUid !== 'string' || targetLang === undefined) return undefined;
	return { projectUid, project, workflowLevel: workflowLevelOf(job), targetLang };
}

/** Names a group among all of an account. */
export function groupKey({ projectUid, workflowLevel, targetLang }: JobGroup): string {
	return `${projectUid} ${workflowLevel} ${targetLang}`;
}
