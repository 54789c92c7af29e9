import { list, ok, param, single, type Call, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentProject } from '../present';
import { LANGUAGES } from '../state/languages';
import type { NamedReference, Project } from '../state/types';

const HOUR = 3_600_000;

/** Lists a project belongs to: each can be searched by id (or uid) and by name. */
const REFERENCES = ['client', 'domain', 'subDomain', 'businessUnit', 'costCenter'] as const;

/** TMS projects and the languages they can have. */
export const projectHandlers: Handlers = {
	listProjects: (call, { projects }) => ok(page(call, projects.filter(projectFilter(call)), presentProject)),

	getProject: (call, world) => ok(presentProject(world.project(param(call, 'projectUid')))),

	getProjectWorkflowStepsV2: (call, world) =>
		ok({ projectWorkflowSteps: world.project(param(call, 'projectUid')).workflowSteps }),

	listOfLanguages: () =>
		ok({ languages: LANGUAGES.map(([code, name]) => ({ code, name, ...notations(code) })) }),
};

function notations(code: string): { rfc: string; android: string } {
	const [language = code, region] = code.split('_');
	if (region === undefined) return { rfc: language, android: language };
	return { rfc: `${language}-${region.toUpperCase()}`, android: `${language}-r${region.toUpperCase()}` };
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
		(asked.createdInLastHours === undefined ||
			project.dateCreated.getTime() >= Date.now() - Number(asked.createdInLastHours) * HOUR) &&
		(includeArchived || !project.archived) &&
		(!archivedOnly || project.archived) &&
		REFERENCES.every((kind) =>
			refersTo(project[kind], single(call, `${kind}Id`), single(call, `${kind}Name`)),
		);
}

function contains(text: string, part: string | undefined): boolean {
	return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

function isOneOf(values: string[], asked: string[]): boolean {
	return asked.length === 0 || values.some((value) => asked.includes(value));
}

/** `-1` asks for what is overdue. */
function isDueIn(dateDue: Date | null, hours: string | undefined): boolean {
	if (hours === undefined) return true;
	if (!dateDue) return false;
	const left = dateDue.getTime() - Date.now();
	return hours === '-1' ? left < 0 : left >= 0 && left <= Number(hours) * HOUR;
}

function refersTo(reference: NamedReference, id: string | undefined, name: string | undefined): boolean {
	return (id === undefined || reference.id === id || reference.uid === id) && contains(reference.name, name);
}
