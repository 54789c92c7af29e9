import { badRequest } from '../errors';
import type { Job, Provider } from '../model/job';
import type { Project } from '../model/project';

/** Providers for one target language. */
interface Assignment {
	targetLang?: string;
	providers?: Provider[];
	assignedUsers?: Array<{ id: number }>;
}

/** What a client asks for when it creates jobs (`JobCreateRequestDto`), as far as the sandbox acts on it. */
export interface JobCreateRequest {
	targetLangs: string[];
	due?: string;
	assignments?: Assignment[];
	workflowSettings?: Array<{ id?: string; due?: string; assignments: Assignment[] }>;
	importSettings?: { uid: string };
	useProjectFileImportSettings?: boolean;
	callbackUrl?: string;
	path?: string;
	preTranslate?: boolean;
	remoteFile?: { connectorToken: string; remoteFileName: string; remoteFolder?: string };
}

/** @throws ApiError 400 when the target languages or the settings do not fit the project */
export function checkRequest(project: Project, request: JobCreateRequest): void {
	const strangers = request.targetLangs.filter((lang) => !project.targetLangs.includes(lang));
	if (strangers.length > 0 || request.targetLangs.length === 0) {
		throw badRequest(
			'InvalidParameters',
			`targetLangs must match project: ${project.targetLangs.join(', ')}`,
		);
	}
	if (request.importSettings && request.useProjectFileImportSettings) {
		throw badRequest(
			'InvalidParameters',
			'importSettings and useProjectFileImportSettings exclude each other',
		);
	}
	const hasWorkflow = project.workflowSteps.length > 0;
	if (hasWorkflow && (request.assignments || request.due !== undefined)) {
		throw badRequest(
			'InvalidParameters',
			'assignments and due belong into workflowSettings: the project has a workflow',
		);
	}
	if (!hasWorkflow && request.workflowSettings) {
		throw badRequest('InvalidParameters', 'workflowSettings: the project has no workflow');
	}
	const stepIds = project.workflowSteps.map(({ id }) => id);
	const unknown = (request.workflowSettings ?? []).find(
		({ id }) => id === undefined || !stepIds.includes(id),
	);
	if (unknown)
		throw badRequest(
			'InvalidParameters',
			`The object referenced by the field workflowSettings.id does not exist`,
		);
}

/** Due date and providers that the request gives to a job of this language and workflow level. */
export function settingsOf(
	project: Project,
	request: JobCreateRequest,
	targetLang: string,
	workflowLevel: number,
): Pick<Job, 'dateDue' | 'providers'> {
	const step = project.workflowSteps.find((candidate) => candidate.workflowLevel === workflowLevel);
	const settings = step ? request.workflowSettings?.find(({ id }) => id === step.id) : request;
	const assignments =
		settings?.assignments?.filter((assignment) => assignment.targetLang === targetLang) ?? [];
	const providers = assignments.flatMap(({ providers: given = [], assignedUsers = [] }) => [
		...given,
		...assignedUsers.map(({ id }) => ({ type: 'USER', id: String(id) })),
	]);
	return { dateDue: settings?.due, providers };
}
