import type { NamedReference } from '../model/reference';
import type { Project, ProjectWorkflowStep } from '../model/project';
import { MANAGER } from '../model/user';
import type { WorkflowStep } from '../model/workflowStep';
import { uidOf } from '../seededRandom';

const DAY = 86_400_000;
const PROJECTS = 125;

/** Domains of the organization. */
export const DOMAINS = 3;
/** Subdomains of the organization. */
export const SUB_DOMAINS = 6;
/** Business units of the organization. */
export const BUSINESS_UNITS = 2;
/** Cost centers of the organization. */
export const COST_CENTERS = 5;

/** Languages of the project without workflow. */
export const SIMPLE_LANGS = ['cs_cz', 'de', 'fr', 'ja'];
/** Languages of the project with two workflow steps. */
export const WORKFLOW_LANGS = ['cs', 'de', 'fr'];

/** Workflow steps of the organization; the project with workflow has the first two. */
export const WORKFLOW_STEPS = [
	workflowStep(4, 'Translation', 'Tr', 1),
	workflowStep(5, 'Revision', 'Rev', 2),
	workflowStep(6, 'Client review', 'CR', 3),
];

/** All projects; the first three are for tests that need a certain one. */
export function seedProjects(): Project[] {
	return Array.from({ length: PROJECTS }, (_, index) => project(index));
}

/** One of a list that projects belong to. */
export function named(kind: string, index: number): NamedReference {
	const titles: Record<string, string> = {
		client: 'Client',
		domain: 'Domain',
		subDomain: 'Subdomain',
		businessUnit: 'Business unit',
		costCenter: 'Cost center',
	};
	return {
		id: String(index + 1),
		uid: uidOf(`${kind}:${index}`),
		name: `${titles[kind] ?? kind} ${'ABCDEF'[index] ?? index}`,
	};
}

function project(index: number): Project {
	const number = String(index + 1).padStart(3, '0');
	const special = ['Sandbox project', 'Sandbox project with workflow', 'Sandbox project with many jobs'][
		index
	];
	return {
		uid: uidOf(`project:${index}`),
		id: String(34_691_000 + index),
		internalId: index + 1,
		name: special ?? `${index % 2 === 0 ? 'Website' : 'Manual'} ${number}`,
		dateCreated: new Date(Date.now() - (index + 1) * DAY),
		dateDue: index % 5 === 4 ? new Date(Date.now() + (index - 60) * DAY) : null,
		status: special ? 'NEW' : (['NEW', 'ASSIGNED', 'COMPLETED'][index % 3] ?? 'NEW'),
		sourceLang: 'en',
		targetLangs: index === 1 ? WORKFLOW_LANGS : SIMPLE_LANGS,
		client: named('client', index % 4),
		domain: named('domain', index % DOMAINS),
		subDomain: named('subDomain', index % SUB_DOMAINS),
		businessUnit: named('businessUnit', index % BUSINESS_UNITS),
		costCenter: named('costCenter', index % COST_CENTERS),
		owner: MANAGER,
		archived: index >= PROJECTS - 2,
		workflowSteps: index === 1 ? WORKFLOW_STEPS.slice(0, 2).map(projectStep) : [],
	};
}

function workflowStep(id: number, name: string, abbr: string, order: number): WorkflowStep {
	return { id: String(id), uid: uidOf(`step:${name}`), name, abbr, order, lqaEnabled: false };
}

/** A step of the organization as a project has it, in the order of the list. */
function projectStep({ abbr, ...step }: WorkflowStep, index: number): ProjectWorkflowStep {
	return {
		id: String(60 + Number(step.id)),
		abbreviation: abbr,
		name: step.name,
		workflowLevel: index + 1,
		workflowStep: step,
	};
}
