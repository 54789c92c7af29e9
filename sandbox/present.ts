import type {
	AsyncRequest,
	Connector,
	ConnectorTask,
	FileTranslation,
	ImportSettings,
	Job,
	NamedReference,
	Project,
	ProjectWorkflowStep,
	TransMemory,
	Webhook,
	WebhookCall,
} from './state/types';
import { MANAGER, ORGANIZATION } from './state/users';

/** A project as TMS shows it to a project manager. */
export function presentProject(project: Project): Record<string, unknown> {
	return {
		...project,
		dateCreated: project.dateCreated.toISOString(),
		dateDue: project.dateDue?.toISOString() ?? null,
		createdBy: project.owner,
		shared: false,
		userRole: project.owner.role,
		note: '',
		progress: { totalCount: 0, finishedCount: 0, overdueCount: 0 },
	};
}

/** A job as `Get job` shows it (`JobPartExtendedDtoV1`). */
export function presentJob(job: Job): Record<string, unknown> {
	return {
		...jobBasics(job),
		sourceLang: job.project.sourceLang,
		workflowLevel: job.workflowLevel,
		workflowStep: stepReference(job),
		wordsCount: wordsOf(job),
		beginIndex: 0,
		endIndex: Math.max(0, wordsOf(job) - 1),
		isParentJobSplit: false,
		jobReference: { filename: job.source.name, uid: job.sourceFileUid },
		project: { name: job.project.name, uid: job.project.uid },
		lastWorkflowLevel: Math.max(1, job.project.workflowSteps.length),
		importStatus: job.importStatus,
		...(job.path === undefined ? {} : { originalFileDirectory: job.path }),
	};
}

/** A job as `List jobs` shows it (`JobPartReferenceV2`). */
export function presentListedJob(job: Job): Record<string, unknown> {
	return {
		...jobBasics(job),
		workflowStep: stepReference(job),
		importStatus: job.importStatus,
		sourceFileUid: job.sourceFileUid,
		split: false,
		...(job.path === undefined ? {} : { originalFileDirectory: job.path }),
	};
}

/** A job as the answer to its creation shows it (`JobPartReferenceV1`). */
export function presentCreatedJob(job: Job): Record<string, unknown> {
	const { innerId: _innerId, ...basics } = jobBasics(job);
	return {
		...basics,
		workflowLevel: job.workflowLevel,
		workflowStep: stepOf(job)?.workflowStep,
		sourceFileUid: job.sourceFileUid,
	};
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

/** A client as its list shows it. */
export function presentClient(client: NamedReference): Record<string, unknown> {
	return { ...client, createdBy: MANAGER };
}

/** A translation memory as TMS shows it. */
export function presentTransMemory(memory: TransMemory): Record<string, unknown> {
	return { ...memory, dateCreated: memory.dateCreated.toISOString(), createdBy: MANAGER, note: '' };
}

/** A webhook as TMS shows it (`WebHookDtoV2`), its secret token included. */
export function presentWebhook(webhook: Webhook): Record<string, unknown> {
	return {
		...webhook,
		created: webhook.created.toISOString(),
		lastModified: webhook.lastModified.toISOString(),
	};
}

/** A webhook call as its list shows it (`WebhookCallDto`). */
export function presentWebhookCall({ webhookUid, ...call }: WebhookCall): Record<string, unknown> {
	return {
		...call,
		webhookSettings: { uid: webhookUid },
		createdAt: call.createdAt.toISOString(),
		lastForcedAt: call.lastForcedAt?.toISOString() ?? null,
	};
}

/** A connector as TMS shows it. */
export function presentConnector(connector: Connector): Record<string, unknown> {
	const { id, name, type, localToken, createdAt } = connector;
	return {
		id,
		name,
		type,
		organization: ORGANIZATION,
		createdBy: MANAGER,
		createdAt: createdAt.toISOString(),
		localToken,
		automatedProjectSettings: [],
	};
}

/** A connector's download task as its start answers it (`AsyncFileOpResponseDto`). */
export function presentConnectorTask(task: ConnectorTask): Record<string, unknown> {
	return {
		id: task.id,
		createdBy: MANAGER,
		dateCreated: task.dateCreated.toISOString(),
		fileName: task.file.name,
		action: 'API_DOWNLOAD',
	};
}

/** Import settings as their list shows them. */
export function presentImportSettingsReference({
	uid,
	name,
	dateCreated,
}: ImportSettings): Record<string, unknown> {
	return { uid, name, createdBy: MANAGER, dateCreated: dateCreated.toISOString() };
}

/** A file translation as Language AI shows it (`FileTranslationsResponseV1`). */
export function presentFileTranslation({ uid, actions, metadata }: FileTranslation): Record<string, unknown> {
	return structuredClone({ uid, actions, metadata });
}

/** What all views of a job have in common. */
function jobBasics(job: Job): Record<string, unknown> {
	return {
		uid: job.uid,
		innerId: job.innerId,
		status: job.status,
		providers: job.providers,
		targetLang: job.targetLang,
		filename: job.source.name,
		dateCreated: job.dateCreated.toISOString(),
		...(job.dateDue === undefined ? {} : { dateDue: job.dateDue }),
		imported: job.importStatus.status === 'OK',
		continuous: job.continuous,
	};
}

function stepOf(job: Job): ProjectWorkflowStep | undefined {
	return job.project.workflowSteps.find(({ workflowLevel }) => workflowLevel === job.workflowLevel);
}

function stepReference(job: Job): Record<string, unknown> | undefined {
	const step = stepOf(job);
	return (
		step && {
			id: step.id,
			name: step.name,
			order: step.workflowStep.order,
			workflowLevel: step.workflowLevel,
		}
	);
}

/** The number of words, counted for text that is kept and estimated otherwise. */
function wordsOf({ source }: Job): number {
	return source.content
		? source.content.toString('utf8').split(/\s+/).filter(Boolean).length
		: Math.ceil(source.size / 6);
}
