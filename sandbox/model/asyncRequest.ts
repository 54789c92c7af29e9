import type { Job } from './job';
import type { Project } from './project';
import { MANAGER } from './user';

/** What TMS does asynchronously in the sandbox. */
export type AsyncAction =
	'IMPORT_JOB' | 'PRE_TRANSLATE' | 'EXPORT_COMPLETE_FILE' | 'EXPORT_TMX' | 'PRE_ANALYSE';

/** How an asynchronous request ended; a failure has an `errorCode`. */
export interface AsyncResponse {
	dateCreated: string;
	errorCode?: string;
	errorDesc?: string;
	errorDetails?: Array<{ code: string; args: Record<string, string>; message: string }>;
}

/** A TMS asynchronous request. */
export interface AsyncRequest {
	id: string;
	action: AsyncAction;
	dateCreated: Date;
	/** What belongs to a project has one. */
	project?: Project;
	jobs: Job[];
	/** Null until it has ended. */
	asyncResponse: AsyncResponse | null;
	callbackUrl?: string;
	/** Whether a download with this id has begun. */
	spent: boolean;
}

/** An asynchronous request as `Get asynchronous request` shows it. */
export function presentAsyncRequest(request: AsyncRequest): Record<string, unknown> {
	return {
		id: request.id,
		action: request.action,
		dateCreated: request.dateCreated.toISOString(),
		createdBy: MANAGER,
		...(request.project && { project: { name: request.project.name, uid: request.project.uid } }),
		parent: null,
		asyncResponse: request.asyncResponse,
	};
}
