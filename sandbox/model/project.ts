import type { NamedReference } from './reference';
import type { User } from './user';
import type { WorkflowStep } from './workflowStep';

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
	note?: string;
	purchaseOrder?: string;
	/** Empty for a project without workflow. */
	workflowSteps: ProjectWorkflowStep[];
}

/** A project as TMS shows it to a project manager. */
export function presentProject(project: Project): Record<string, unknown> {
	return {
		...project,
		dateCreated: project.dateCreated.toISOString(),
		dateDue: project.dateDue?.toISOString() ?? null,
		workflowSteps: project.workflowSteps.map(presentProjectWorkflowStep),
		createdBy: project.owner,
		shared: false,
		userRole: project.owner.role,
		note: project.note ?? '',
		progress: { totalCount: 0, finishedCount: 0, overdueCount: 0 },
	};
}

/** A project as the answer to its creation shows it. */
export function presentCreatedProject(project: Project): Record<string, unknown> {
	const { archived: _archived, ...shown } = presentProject(project);
	return shown;
}

/** A step of a project as TMS shows it: its id is a number there, and a text wherever it is asked for. */
export function presentProjectWorkflowStep({ id, ...step }: ProjectWorkflowStep): Record<string, unknown> {
	return { id: Number(id), ...step };
}
