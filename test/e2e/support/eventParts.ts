import type { N8nExecution } from '../../../n8n';
import { TRIGGER } from '../../../n8n/workflows/eventWorkflow';

/** One name for each job part of each event that executions have put out, as often as they have. */
export function arrivedParts(executions: N8nExecution[]): string[] {
	return executions
		.flatMap((execution) => execution.items(TRIGGER))
		.map(({ json: { eventUid, jobUid } }) => partName(eventUid, jobUid));
}

/** The same for the bodies of events, as Phrase sends them. */
export function sentParts(bodies: string[]): string[] {
	return bodies.flatMap((text) => {
		const { eventUid, jobParts } = JSON.parse(text) as { eventUid: string; jobParts: Array<{ uid: string }> };
		return jobParts.map(({ uid }) => partName(eventUid, uid));
	});
}

function partName(eventUid: unknown, jobUid: unknown): string {
	return `${String(eventUid)} ${String(jobUid)}`;
}
