import type { SandboxTimes } from '../config';
import type { SandboxFile } from '../files';

/** A TMS user, as TMS shows one. */
export interface User {
	id: string;
	uid: string;
	userName: string;
	firstName: string;
	lastName: string;
	email: string;
	role: 'ADMIN' | 'PROJECT_MANAGER';
}

/** One of the lists a project can belong to (client, domain, …). */
export interface NamedReference {
	id: string;
	uid: string;
	name: string;
}

/** A workflow step of the organization. */
export interface WorkflowStep {
	id: string;
	uid: string;
	name: string;
	abbr: string;
	order: number;
	lqaEnabled: boolean;
}

/** A workflow step as a project has it; `id` is the project's own, the one `workflowSettings` takes. */
export interface ProjectWorkflowStep {
	id: string;
	abbreviation: string;
	name: string;
	workflowLevel: number;
	workflowStep: Omit<WorkflowStep, 'abbr'>;
}

/** A TMS project. */
export interface Project {
	uid: string;
	id: string;
	internalId: number;
	name: string;
	dateCreated: Date;
	dateDue: Date | null;
	status: string;
	sourceLang: string;
	targetLangs: string[];
	client: NamedReference;
	domain: NamedReference;
	subDomain: NamedReference;
	businessUnit: NamedReference;
	costCenter: NamedReference;
	owner: User;
	archived: boolean;
	/** Empty for a project without workflow. */
	workflowSteps: ProjectWorkflowStep[];
}

/** Who a job is assigned to. */
export interface Provider {
	type: string;
	id?: string;
	uid?: string;
}

/** A TMS job: one file into one target language in one workflow step. */
export interface Job {
	uid: string;
	/** Shared by the jobs of one file over the workflow steps. */
	innerId: string;
	project: Project;
	workflowLevel: number;
	targetLang: string;
	status: string;
	dateCreated: Date;
	dateDue?: string;
	providers: Provider[];
	path?: string;
	continuous: boolean;
	sourceFileUid: string;
	source: SandboxFile;
	target: SandboxFile;
	importStatus: { status: 'RUNNING' | 'ERROR' | 'OK'; errorMessage?: string };
	/** Times of this job that differ from the sandbox's. */
	times?: Partial<SandboxTimes>;
}

/** A TMS translation memory. */
export interface TransMemory {
	id: string;
	uid: string;
	internalId: number;
	name: string;
	sourceLang: string;
	targetLangs: string[];
	client: NamedReference;
	domain: NamedReference;
	dateCreated: Date;
}

/** What TMS does asynchronously in the sandbox. */
export type AsyncAction = 'IMPORT_JOB' | 'PRE_TRANSLATE' | 'EXPORT_COMPLETE_FILE' | 'EXPORT_TMX';

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

/** A TMS connector. Its files are reached by path; the file system is the seed's. */
export interface Connector {
	id: string;
	name: string;
	type: string;
	localToken: string;
	createdAt: Date;
	/** Folders by path; the root is `''`. */
	folders: Map<string, Array<ConnectorFolder | SandboxFile>>;
}

/** A folder within a folder of a connector. */
export interface ConnectorFolder {
	name: string;
	directory: true;
}

/** A connector's asynchronous file download. */
export interface ConnectorTask {
	id: string;
	file: SandboxFile;
	/** Identity of the file within its connector. */
	location: { connectorId: string; folder: string; file: string };
	dateCreated: Date;
	dateProcessed?: Date;
	errorMessage?: string;
	/** The job that was made of it. */
	job?: Job;
	callbackUrl?: string;
}

/** Reusable import settings. */
export interface ImportSettings {
	uid: string;
	name: string;
	dateCreated: Date;
	fileImportSettings: Record<string, Record<string, unknown>>;
}

/** What a client says about a webhook (`CreateWebHookDto`). */
export interface WebhookRequest {
	url: string;
	events: string[];
	name?: string;
	secretToken?: string;
	status?: WebhookStatus;
	hidden?: boolean;
}

export type WebhookStatus = 'ENABLED' | 'DISABLED';

/** A webhook of the organization. */
export interface Webhook extends WebhookRequest {
	id: string;
	uid: string;
	status: WebhookStatus;
	hidden: boolean;
	/** Attempts to deliver that were not answered 200. */
	failedAttempts: number;
	created: Date;
	createdBy: User;
	lastModified: Date;
	lastModifiedBy: User;
}

/** One attempt to deliver an event to a webhook, as the history keeps it. */
export interface WebhookCall {
	uid: string;
	/** The first attempt to deliver this event to this webhook; null when this is it. */
	parentUid: string | null;
	eventUid: string;
	webhookUid: string;
	createdAt: Date;
	url: string;
	/** Whether someone asked for it: a replay. */
	forced: boolean;
	/** When it was replayed. */
	lastForcedAt: Date | null;
	/** JSON text. */
	body: string;
	triggerEvent: string;
	/** 0 for the first attempt of a delivery, 1 for its first retry, … */
	retryAttempt: number;
	/** HTTP status of the answer; null while there is none. */
	statusCode: number | null;
	/** Why there was no answer. */
	errorMessage: string | null;
}

/** A Language AI translation profile. */
export interface TranslationProfile {
	uid: string;
	name: string;
	dateCreated: Date;
}

/** What Language AI can do with a file. */
export type ActionType =
	'FILE_IMPORT' | 'CONVERTER_IMPORT' | 'MT_GENERIC_PRETRANSLATE' | 'QUALITY_ESTIMATION';

/** What a client asks of Language AI for a file (`FileTranslationsMetadataV1`). */
export interface FileTranslationMetadata {
	sourceLang: { code: string };
	targetLangs: Array<{ code: string }>;
	actionTypes: ActionType[];
	callbackUrl?: string;
	mtSettings?: { usePhraseMTSettings?: boolean; profile?: { uid: string } };
}

/** A file that Language AI works on. */
export interface FileTranslation {
	uid: string;
	metadata: FileTranslationMetadata;
	dateCreated: Date;
	source: SandboxFile;
	/** Every action with its state; one result per target language. */
	actions: Array<{ actionType: ActionType; results: FileTranslationResult[] }>;
	/** The translated file per target language. */
	targets: Map<string, SandboxFile>;
}

/** One action into one language. */
export interface FileTranslationResult {
	id: string;
	sourceLang: string;
	targetLang: string;
	status: 'ERROR' | 'OK' | 'RUNNING';
}
