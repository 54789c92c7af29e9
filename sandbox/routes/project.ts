import { list, noContent, ok, param, single, type Call, type Handlers } from '../http/call';
import { contains, inOrder, isCreatedInLast, isDueIn, isOneOf } from '../http/filters';
import { page } from '../http/paging';
import {
	presentCreatedProject,
	presentProject,
	presentProjectWorkflowStep,
	type Project,
} from '../model/project';
import type { NamedReference } from '../model/reference';

/** Lists a project belongs to: each can be searched by id and by name. */
const REFERENCES = ['client', 'domain', 'subDomain', 'businessUnit', 'costCenter'] as const;

/** Tag Project. */
export const project: Handlers = {
	/** `jobStatuses` and `jobStatusGroup` are for linguists; the sandbox's user is a project manager. */
	listProjects: (call, { projects }) => {
		const found = projects.all.filter(projectFilter(call));
		return ok(
			page(
				call,
				inOrder(call, found, ({ name }) => name),
				presentProject,
			),
		);
	},

	getProject: (call, world) => ok(presentProject(world.projects.get(param(call, 'projectUid')))),

	/** Client, domain and the like stay as they are. */
	patchProject: (call, { projects }) => {
		const project = projects.get(param(call, 'projectUid'));
		const { name, status, note, purchaseOrder, archived, dateDue } = call.body as ProjectPatch;
		const said = { name, status, note, purchaseOrder, archived };
		Object.assign(
			project,
			Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
		);
		if (dateDue !== undefined) project.dateDue = dateDue === null ? null : new Date(dateDue);
		return ok(presentProject(project));
	},

	createProjectV3: (call, { projects }) => {
		const { name, sourceLang, targetLangs } = call.body as ProjectRequest;
		const given = { name, sourceLang, targetLangs, workflowSteps: [] };
		return ok(presentCreatedProject(projects.create(given)));
	},

	/** The template of the sandbox is its first project, whose languages hold unless others are given. */
	createProjectFromTemplateV2: (call, { projects }) => {
		const template = projects.get(param(call, 'templateUid'));
		const {
			name,
			sourceLang = template.sourceLang,
			targetLangs = template.targetLangs,
		} = call.body as Partial<ProjectRequest> & { name: string };
		return ok(presentCreatedProject(projects.create({ name, sourceLang, targetLangs }, template)));
	},

	cloneProject: (call, { projects }) => {
		const { name } = call.body as { name: string };
		return ok(presentProject(projects.create({ name }, projects.get(param(call, 'projectUid')))));
	},

	setProjectStatus: (call, { projects }) =>
		noContent(() => {
			projects.get(param(call, 'projectUid')).status = (call.body as { status: string }).status;
		}),

	addTargetLanguageToProject: (call, { projects }) =>
		noContent(() => {
			const project = projects.get(param(call, 'projectUid'));
			const { targetLangs = [] } = call.body as { targetLangs?: string[] };
			project.targetLangs = [...new Set([...project.targetLangs, ...targetLangs])];
		}),

	/** Each project is the template of others like it. */
	getProjectTemplates: (call, { projects }) => {
		const found = projects.all.filter(({ name }) => contains(name, single(call, 'name')));
		return ok(page(call, found, presentTemplate));
	},

	getProjectTemplate: (call, { projects }) =>
		ok(presentTemplate(projects.get(param(call, 'projectTemplateUid')))),

	deleteProject: (call, { projects }) => noContent(() => projects.delete(param(call, 'projectUid'))),

	/** `withAssignedJobs` is for linguists. */
	getProjectWorkflowStepsV2: (call, world) => {
		const { workflowSteps } = world.projects.get(param(call, 'projectUid'));
		return ok({ projectWorkflowSteps: workflowSteps.map(presentProjectWorkflowStep) });
	},
};

interface ProjectRequest {
	name: string;
	sourceLang: string;
	targetLangs: string[];
}

/** What is kept of `EditProjectDtoV2`. */
interface ProjectPatch {
	name?: string;
	status?: string;
	note?: string;
	purchaseOrder?: string;
	archived?: boolean;
	dateDue?: string | null;
}

function presentTemplate({ uid, id, name, sourceLang, targetLangs, client, domain, dateCreated }: Project) {
	const templateName = `Template of ${name}`;
	return {
		uid,
		id,
		templateName,
		sourceLang,
		targetLangs,
		client,
		domain,
		dateCreated: dateCreated.toISOString(),
	};
}

function projectFilter(call: Call): (project: Project) => boolean {
	const asked = {
		name: single(call, 'name'),
		nameOrInternalId: single(call, 'nameOrInternalId'),
		ownerId: single(call, 'ownerId'),
		dueInHours: single(call, 'dueInHours'),
		createdInLastHours: single(call, 'createdInLastHours'),
		statuses: list(call, 'statuses'),
		sourceLangs: list(call, 'sourceLangs'),
		targetLangs: list(call, 'targetLangs'),
	};
	const archivedOnly = single(call, 'archivedOnly') === 'true';
	const includeArchived = archivedOnly || single(call, 'includeArchived') === 'true';
	return (project) =>
		contains(project.name, asked.name) &&
		(contains(project.name, asked.nameOrInternalId) ||
			String(project.internalId) === asked.nameOrInternalId) &&
		(asked.ownerId === undefined || [project.owner.id, project.owner.uid].includes(asked.ownerId)) &&
		isOneOf([project.status], asked.statuses) &&
		isOneOf([project.sourceLang], asked.sourceLangs) &&
		isOneOf(project.targetLangs, asked.targetLangs) &&
		isDueIn(project.dateDue, asked.dueInHours) &&
		isCreatedInLast(project.dateCreated, asked.createdInLastHours) &&
		(includeArchived || !project.archived) &&
		(!archivedOnly || project.archived) &&
		// No project of the sandbox has a buyer.
		single(call, 'buyerId') === undefined &&
		REFERENCES.every((kind) =>
			refersTo(project[kind], single(call, `${kind}Id`), single(call, `${kind}Name`)),
		);
}

function refersTo(reference: NamedReference, id: string | undefined, name: string | undefined): boolean {
	return (id === undefined || reference.id === id) && contains(reference.name, name);
}
