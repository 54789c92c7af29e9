import type { SandboxTimes } from '../config';
import type { SandboxFile } from '../files';
import type { Project, ProjectWorkflowStep } from './project';
import type { Segment } from './segment';
import type { User } from './user';

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
	/** What editors know the job by. */
	serverTaskId: string;
	/** Whether its file comes from a connector. */
	isRemote: boolean;
	/** Whether it is a part of a split job. */
	split: boolean;
	source: SandboxFile;
	target: SandboxFile;
	segments: Segment[];
	/** Number of its first segment in the file, from 0. */
	beginIndex: number;
	/** The statuses that it has had, oldest first. */
	statusChanges: Array<{ status: string; at: Date; by: User }>;
	updateSourceDate?: Date;
	updateTargetDate?: Date;
	importStatus: { status: 'RUNNING' | 'ERROR' | 'OK'; errorMessage?: string };
	/** Times of this job that differ from the sandbox's. */
	times?: Partial<SandboxTimes>;
}

/** A job as `Get job` shows it (`JobPartExtendedDtoV1`). */
export function presentJob(job: Job): Record<string, unknown> {
	return {
		...jobBasics(job),
		sourceLang: job.project.sourceLang,
		workflowLevel: job.workflowLevel,
		workflowStep: stepReference(job),
		wordsCount: wordsOf(job),
		beginIndex: job.beginIndex,
		endIndex: job.beginIndex + Math.max(0, job.segments.length - 1),
		isParentJobSplit: job.split,
		serverTaskId: job.serverTaskId,
		...(job.updateSourceDate && { updateSourceDate: job.updateSourceDate.toISOString() }),
		...(job.updateTargetDate && { updateTargetDate: job.updateTargetDate.toISOString() }),
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
		split: job.split,
		serverTaskId: job.serverTaskId,
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

/** A job as the answer to an update shows it (`JobPartUpdateSourceDto`). */
export function presentUpdatedJob(job: Job): Record<string, unknown> {
	return {
		uid: job.uid,
		status: job.status,
		targetLang: job.targetLang,
		filename: job.source.name,
		workflowLevel: job.workflowLevel,
		workflowStep: stepOf(job)?.workflowStep,
	};
}

/** A job as the list of a user's jobs shows it (`AssignedJobDto`). */
export function presentAssignedJob(job: Job): Record<string, unknown> {
	const { providers: _providers, continuous: _continuous, ...basics } = jobBasics(job);
	return {
		...basics,
		sourceLang: job.project.sourceLang,
		project: { name: job.project.name, uid: job.project.uid },
		workflowStep: stepReference(job),
		importStatus: job.importStatus,
	};
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
