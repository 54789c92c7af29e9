import type { Job } from './job';
import type { Project } from './project';
import { MANAGER } from './user';

/** What TMS does asynchronously in the sandbox. */
export type AsyncAction =
	| 'ASYNC_TRANSLATE'
	| 'CREATE_PROJECT'
	| 'EXPORT_COMPLETE_FILE'
	| 'EXPORT_TMX'
	| 'EXPORT_TMX_BY_QUERY'
	| 'EXTRACT_CLEANED_TMS'
	| 'IMPORT_JOB'
	| 'IMPORT_TBX'
	| 'IMPORT_TMX'
	| 'POST_ANALYSE'
	| 'PRE_ANALYSE'
	| 'PRE_TRANSLATE'
	| 'QP_EVALUATION'
	| 'UPDATE_SOURCE'
	| 'UPDATE_TARGET';

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
