import { contentFile, generatedFile, type SandboxFile } from '../files';
import { uidOf } from '../seededRandom';
import { encodeName } from './connectors';
import type { Jobs } from './jobs';
import type {
	Connector,
	ConnectorFolder,
	ImportSettings,
	NamedReference,
	Project,
	ProjectWorkflowStep,
	TransMemory,
	TranslationProfile,
	WorkflowStep,
} from './types';
import { MANAGER, MANAGER_ELSEWHERE, ORGANIZATION } from './users';

const DAY = 86_400_000;
const MIB = 1024 * 1024;
const PROJECTS = 125;
const PROFILES = 123;
const IMPORT_SETTINGS = 65;
const TRANS_MEMORIES = 110;
const CLIENTS = 60;
const BUSY_PROJECT_FILES = 60;

/** Languages of the project without workflow. */
const SIMPLE_LANGS = ['cs_cz', 'de', 'fr', 'ja'];
/** Languages of the project with two workflow steps. */
const WORKFLOW_LANGS = ['cs', 'de', 'fr'];

/** Workflow steps of the organization; the project with workflow has the first two. */
const WORKFLOW_STEPS = [
	workflowStep(4, 'Translation', 'Tr', 1),
	workflowStep(5, 'Revision', 'Rev', 2),
	workflowStep(6, 'Client review', 'CR', 3),
];

const GUIDE = '# Guide\n\nWelcome to the guide.\n\nIt has three short paragraphs.\n';
const NON_ASCII_GUIDE = '# Handbook\n\nA file whose name is not ASCII.\n';
const PAGE =
	'<!doctype html>\n<html><body><h1>Price list</h1><p>All prices are in euros.</p></body></html>\n';
const STRINGS = '{"title": "Welcome", "buttons": {"ok": "Fine", "cancel": "Never mind"}}\n';

/** What a sandbox begins with, apart from jobs. */
export interface SeededState {
	projects: Project[];
	/** Of the organization; the projects belong to the first four. */
	clients: NamedReference[];
	/** Of the organization. */
	workflowSteps: WorkflowStep[];
	connectors: Connector[];
	importSettings: ImportSettings[];
	profiles: TranslationProfile[];
	transMemories: TransMemory[];
}

/** The state of a new or reset sandbox; the same every time. */
export function seedState(): SeededState {
	return {
		projects: Array.from({ length: PROJECTS }, (_, index) => project(index)),
		clients: Array.from({ length: CLIENTS }, (_, index) => named('client', index)),
		workflowSteps: WORKFLOW_STEPS,
		connectors: [repository(), emptyConnector()],
		importSettings: Array.from({ length: IMPORT_SETTINGS }, (_, index) => importSettings(index)),
		profiles: Array.from({ length: PROFILES }, (_, index) => profile(index)),
		transMemories: Array.from({ length: TRANS_MEMORIES }, (_, index) => transMemory(index)),
	};
}

/** Puts the ready jobs of the seed into its first three projects. */
export function seedJobs(projects: Project[], jobs: Jobs): void {
	const [simple, workflow, busy] = projects;
	if (!simple || !workflow || !busy) throw new Error('the seed has no projects');
	jobs.addReady(simple, contentFile('guide.md', Buffer.from(GUIDE)), ['cs_cz']);
	jobs.addReady(simple, contentFile('příručka – 指南.md', Buffer.from(NON_ASCII_GUIDE)), ['cs_cz']);
	jobs.addReady(workflow, contentFile('page.html', Buffer.from(PAGE)), ['de']);
	for (let index = 1; index <= BUSY_PROJECT_FILES; index += 1) {
		const name = `article-${String(index).padStart(3, '0')}.txt`;
		jobs.addReady(busy, contentFile(name, Buffer.from(`This is article ${index}.\n`)), ['cs_cz', 'de']);
	}
}

/**
 * Well-known things of the seed, so that tests and templates need not search for them.
 *
 * @param jobs - the seeded jobs
 */
export function describeSeed(
	{ projects, clients, connectors, importSettings: settings, profiles, transMemories }: SeededState,
	jobs: Jobs,
) {
	const at = <T>(list: T[], index: number): T => {
		const element = list[index];
		if (element === undefined) throw new Error(`the seed has no element ${index}`);
		return element;
	};
	const [simple, workflow, busy] = [at(projects, 0), at(projects, 1), at(projects, 2)];
	const connector = at(connectors, 0);
	const simpleJobs = jobs.ofProject(simple.uid);
	const file = (folder: string, name: string) => ({
		name,
		folder: encodeName(folder),
		encodedName: encodeName(name),
	});
	return {
		/** A project without workflow, with two ready jobs. */
		project: {
			uid: simple.uid,
			name: simple.name,
			sourceLang: simple.sourceLang,
			targetLangs: simple.targetLangs,
			/** Ready job of `guide.md` into `cs_cz`. */
			jobUid: at(simpleJobs, 0).uid,
			/** Ready job of a file whose name is not ASCII. */
			nonAsciiJobUid: at(simpleJobs, 1).uid,
		},
		/** A project with two workflow steps and one ready job in each. */
		workflowProject: {
			uid: workflow.uid,
			name: workflow.name,
			sourceLang: workflow.sourceLang,
			targetLangs: workflow.targetLangs,
			workflowSteps: workflow.workflowSteps.map(({ id, name, workflowLevel }) => ({
				id,
				name,
				workflowLevel,
			})),
			jobUids: jobs.ofProject(workflow.uid).map(({ uid }) => uid),
		},
		/** A project with more jobs than a page holds. */
		busyProject: { uid: busy.uid, name: busy.name, jobs: jobs.ofProject(busy.uid).length },
		/** A connector with folders; `folder` and `encodedName` are in the form that paths take. */
		connector: {
			id: connector.id,
			name: connector.name,
			localToken: connector.localToken,
			folders: { root: encodeName(''), docs: encodeName('docs'), big: encodeName('big') },
			files: {
				readme: file('', 'readme.txt'),
				guide: file('docs', 'guide.md'),
				nonAscii: file('docs', 'příručka – 指南.md'),
				failing: file('docs', 'fail-download.txt'),
				big: file('big', '512MiB.bin'),
			},
		},
		/** Client of the project without workflow. */
		client: { uid: simple.client.uid, id: simple.client.id, name: simple.client.name },
		importSettings: { uid: at(settings, 0).uid, name: at(settings, 0).name },
		profile: { uid: at(profiles, 0).uid, name: at(profiles, 0).name },
		transMemory: {
			uid: at(transMemories, 0).uid,
			name: at(transMemories, 0).name,
			targetLangs: at(transMemories, 0).targetLangs,
			/** One whose export fails. */
			failingUid: at(transMemories, 1).uid,
		},
		organization: { uid: ORGANIZATION.uid, name: ORGANIZATION.name },
		user: { uid: MANAGER.uid, userName: MANAGER.userName, uidElsewhere: MANAGER_ELSEWHERE.uid },
		totals: {
			projects: projects.length,
			clients: clients.length,
			profiles: profiles.length,
			importSettings: settings.length,
			transMemories: transMemories.length,
		},
	};
}

/** Well-known things of the seed. */
export type Seed = ReturnType<typeof describeSeed>;

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
		domain: named('domain', index % 3),
		subDomain: named('subDomain', index % 6),
		businessUnit: named('businessUnit', index % 2),
		costCenter: named('costCenter', index % 5),
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

function named(kind: string, index: number): NamedReference {
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

function repository(): Connector {
	const big = (name: string, size: number) => generatedFile(name, size, `connector:1041:big/${name}`);
	const text = (name: string, content: string) => contentFile(name, Buffer.from(content));
	const folders: Array<[string, Array<ConnectorFolder | SandboxFile>]> = [
		['', [folder('docs'), folder('big'), text('readme.txt', 'Read me first.\nThen read the guide.\n')]],
		[
			'docs',
			[
				text('guide.md', GUIDE),
				text('příručka – 指南.md', NON_ASCII_GUIDE),
				text('page.html', PAGE),
				text('strings.json', STRINGS),
				text('fail-download.txt', 'This file cannot be downloaded.\n'),
				text('fail-import.txt', 'This file cannot be imported.\n'),
			],
		],
		['big', [big('1MiB.bin', MIB), big('64MiB.bin', 64 * MIB), big('512MiB.bin', 512 * MIB)]],
	];
	return connector('1041', 'Sandbox repository', 'GIT', new Map(folders));
}

function emptyConnector(): Connector {
	return connector('1042', 'Empty drive', 'GOOGLE', new Map([['', []]]));
}

function connector(id: string, name: string, type: string, folders: Connector['folders']): Connector {
	return {
		id,
		name,
		type,
		localToken: uidOf(`connector:${id}`),
		createdAt: new Date(Date.now() - DAY),
		folders,
	};
}

function folder(name: string): ConnectorFolder {
	return { name, directory: true };
}

function importSettings(index: number): ImportSettings {
	return {
		uid: uidOf(`importSettings:${index}`),
		name: `Import settings ${String(index + 1).padStart(2, '0')}`,
		dateCreated: new Date(Date.now() - index * DAY),
		fileImportSettings: {
			xlf2: { preserveWhitespace: index % 2 === 0, skipImportRules: '', importAsConfirmedRules: '' },
			json: { tagRegexp: '', htmlSubFilter: index % 3 === 0 },
		},
	};
}

function profile(index: number): TranslationProfile {
	const number = String(index + 1).padStart(3, '0');
	return {
		uid: uidOf(`profile:${index}`),
		name: index === 0 ? 'Sandbox profile' : `Profile ${number}`,
		dateCreated: new Date(Date.now() - index * DAY),
	};
}

function transMemory(index: number): TransMemory {
	const special = ['Sandbox memory', 'Sandbox memory, fail-export'][index];
	return {
		id: String(810_200 + index),
		uid: uidOf(`transMemory:${index}`),
		internalId: index + 1,
		name: special ?? `Memory ${String(index + 1).padStart(3, '0')}`,
		sourceLang: 'en',
		targetLangs: index % 2 === 0 ? SIMPLE_LANGS : WORKFLOW_LANGS,
		client: named('client', index % 4),
		domain: named('domain', index % 3),
		dateCreated: new Date(Date.now() - index * DAY),
	};
}
