import { seededRandom, uidOf } from '../seededRandom';
import { presentAsyncRequest, type AsyncRequest } from './asyncRequest';
import type { Job, Provider } from './job';
import { presentProject, type Project } from './project';

/** What an event is about. */
export interface EventSubject {
	/** What belongs to a project has one. */
	project?: Project;
	jobs: Job[];
	/** The request that has ended; a sample when missing. */
	asyncRequest?: AsyncRequest;
	/** REST name of the status that the job parts show; their own when missing. */
	status?: string;
}

type Data = (subject: EventSubject) => Record<string, unknown>;

/**
 * Names of job statuses in webhooks; the REST API has others for the same. `COMPLETED` is in both, with two
 * meanings.
 */
const WEBHOOK_STATUSES: Record<string, string> = {
	NEW: 'NEW',
	EMAILED: 'EMAILED',
	ACCEPTED: 'ASSIGNED',
	DECLINED: 'DECLINED_BY_LINGUIST',
	REJECTED: 'REJECTED_BY_LINGUIST',
	COMPLETED: 'COMPLETED_BY_LINGUIST',
	DELIVERED: 'COMPLETED',
	CANCELLED: 'CANCELLED',
};

const jobParts: Data = ({ jobs, status }) => ({ jobParts: jobs.map((job) => jobPart(job, status)) });
const project = ofProject((subject) => ({ project: presentProject(subject) }));
const analysis = ofProject(analyse);
const projectTemplate = ofProject(template);
/** For events whose body is documented nowhere: nothing but the envelope, so that nobody builds on a guess. */
const nothing: Data = () => ({});

/** What the body of each event holds besides its envelope. */
const DATA: Record<string, Data> = {
	JOB_STATUS_CHANGED: jobParts,
	JOB_CREATED: jobParts,
	JOB_DELETED: jobParts,
	JOB_UNSHARED: nothing,
	JOB_ASSIGNED: jobParts,
	JOB_DUE_DATE_CHANGED: jobParts,
	JOB_UPDATED: jobParts,
	JOB_TARGET_UPDATED: targetUpdate,
	JOB_EXPORTED: jobParts,
	JOB_UNEXPORTED: failedExport,
	JOB_AUTO_LQA_FINISHED: jobParts,
	JOB_METADATA_UPDATED: nothing,
	JOB_CUSTOM_FIELDS_UPDATED: customFieldUpdate,
	PROJECT_CREATED: project,
	PROJECT_DELETED: project,
	PROJECT_UNSHARED: nothing,
	PROJECT_STATUS_CHANGED: project,
	PROJECT_DUE_DATE_CHANGED: project,
	SHARED_PROJECT_ASSIGNED: project,
	PROJECT_METADATA_UPDATED: project,
	PRE_TRANSLATION_FINISHED: jobParts,
	ANALYSIS_CREATED: analysis,
	CONTINUOUS_JOB_UPDATED: jobParts,
	PROJECT_TEMPLATE_CREATED: projectTemplate,
	PROJECT_TEMPLATE_UPDATED: projectTemplate,
	PROJECT_TEMPLATE_DELETED: projectTemplate,
	ASYNC_REQUEST_FINISHED: finishedRequest,
	RAW_MT_CONVERTER_IMPORT_FINISHED: nothing,
	RAW_MT_PRE_TRANSLATION_FINISHED: nothing,
	RAW_MT_QUALITY_ESTIMATION_FINISHED: nothing,
	TERM_BASE_CONCEPT_CREATED: nothing,
	TERM_BASE_CONCEPT_UPDATED: nothing,
	TERM_BASE_CONCEPT_DELETED: nothing,
	TERM_BASE_TERM_CREATED: nothing,
	TERM_BASE_TERM_UPDATED: nothing,
	TERM_BASE_TERM_DELETED: nothing,
	TERM_BASE_IMPORTED: nothing,
};

/** The events that Phrase has. */
export const WEBHOOK_EVENTS: readonly string[] = Object.keys(DATA);

/**
 * What the body of an event holds besides its envelope; nothing for an event that Phrase does not have.
 *
 * @param subject - what the event is about
 */
export function eventData(event: string, subject: EventSubject): Record<string, unknown> {
	return (DATA[event] ?? nothing)(subject);
}

/** `metadata` of every event: the project it belongs to. */
export function eventMetadata({ project: of }: EventSubject): Record<string, unknown> {
	if (!of) return {};
	const { uid, name, sourceLang, status, owner } = of;
	const createdBy = { id: Number(owner.id), uid: owner.uid, username: owner.userName };
	return { project: { id: Number(of.id), uid, name, sourceLang, status, createdBy } };
}

function ofProject(data: (project: Project, jobs: Job[]) => Record<string, unknown>): Data {
	return (subject) => (subject.project ? data(subject.project, subject.jobs) : {});
}

/** A job as webhooks show it: other names for the file and the statuses than in the REST API. */
function jobPart(job: Job, status = job.status): Record<string, unknown> {
	return {
		id: internalId('jobPart', job.uid),
		uid: job.uid,
		internalId: job.innerId,
		task: uidOf(`task:${job.uid}`),
		fileName: job.source.name,
		targetLang: job.targetLang,
		workflowLevel: job.workflowLevel,
		status: WEBHOOK_STATUSES[status] ?? status,
		wordsCount: 101,
		beginIndex: 0,
		endIndex: 19,
		isParentJobSplit: false,
		dateDue: job.dateDue ?? null,
		dateCreated: job.dateCreated.toISOString(),
		project: {
			id: Number(job.project.id),
			uid: job.project.uid,
			lastWorkflowLevel: Math.max(1, job.project.workflowSteps.length),
		},
		assignedTo: job.providers.map(assignee),
	};
}

function assignee({ type, id, uid }: Provider): Record<string, unknown> {
	const reference = { ...(id === undefined ? {} : { id: Number(id) }), uid };
	return type === 'VENDOR' ? { vendor: reference } : { linguist: reference };
}

function targetUpdate({ jobs: [job], status }: EventSubject): Record<string, unknown> {
	return {
		...(job && { jobPart: jobPart(job, status) }),
		confirmedUpdatedSegmentCount: 12,
		unconfirmedUpdatedSegmentCount: 3,
		duplicateContextKeysInDocument: [],
		duplicateContextKeysInJob: [],
	};
}

function failedExport({ jobs: [job] }: EventSubject): Record<string, unknown> {
	return { jobUid: job?.uid, error: 'The target file could not be made.' };
}

function customFieldUpdate({ jobs, status }: EventSubject): Record<string, unknown> {
	const customField = { uid: uidOf('customField:1'), type: 'SINGLE_SELECT', name: 'Priority' };
	const at = '2026-02-09T19:12:42Z';
	const customFields = [
		{
			uid: uidOf('customFieldInstance:1'),
			customField,
			selectedOptions: [{ uid: uidOf('customFieldOption:1'), value: 'High' }],
			value: null,
			createdAt: at,
			updatedAt: at,
		},
	];
	return { jobParts: jobs.map((job) => ({ ...jobPart(job, status), customFields })) };
}

function analyse(of: Project, jobs: Job[]): Record<string, unknown> {
	const counts = { segments: 20, words: 101, characters: 598, normalizedPages: 0.33, percent: 100 };
	const data = { all: counts, repetitions: { ...counts, segments: 0, words: 0, characters: 0, percent: 0 } };
	const targetLangs = [...new Set(jobs.map(({ targetLang }) => targetLang))];
	return {
		analyse: {
			id: internalId('analyse', of.uid),
			uid: uidOf(`analyse:${of.uid}`),
			name: `Analysis of ${of.name}`,
			type: 'PreAnalyse',
			outdated: false,
			project: { uid: of.uid, name: of.name },
			analyseLanguageParts: targetLangs.map((targetLang) => ({
				sourceLang: of.sourceLang,
				targetLang,
				data,
				discountedData: data,
				jobs: jobs.filter((job) => job.targetLang === targetLang).map(({ uid }) => ({ uid })),
			})),
		},
	};
}

function template(of: Project): Record<string, unknown> {
	return {
		projectTemplate: {
			id: internalId('projectTemplate', of.uid),
			uid: uidOf(`projectTemplate:${of.uid}`),
			templateName: 'Sandbox template',
			sourceLang: of.sourceLang,
			targetLangs: of.targetLangs,
			owner: of.owner,
		},
	};
}

/** The member is a guess: Phrase documents that there is such an event, but not what it holds. */
function finishedRequest({ asyncRequest, project: of, jobs }: EventSubject): Record<string, unknown> {
	return { asyncRequest: presentAsyncRequest(asyncRequest ?? sampleRequest(of, jobs)) };
}

function sampleRequest(of: Project | undefined, jobs: Job[]): AsyncRequest {
	const dateCreated = new Date('2026-02-09T19:12:42Z');
	const asyncResponse = { dateCreated: dateCreated.toISOString() };
	return {
		id: '381708065',
		action: 'PRE_TRANSLATE',
		dateCreated,
		project: of,
		jobs,
		asyncResponse,
		spent: false,
	};
}

/** One of the internal numbers that webhooks show besides uids; always the same for the same thing. */
function internalId(kind: string, uid: string): number {
	return Math.floor(seededRandom(`${kind}:${uid}`)() * 1_000_000_000);
}
