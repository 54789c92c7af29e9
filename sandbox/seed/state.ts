import { contentFile } from '../files';
import type { Connector } from '../model/connector';
import type { ImportSettings } from '../model/importSettings';
import type { Project } from '../model/project';
import type { NamedReference } from '../model/reference';
import type { TransMemory } from '../model/translationMemory';
import type { TranslationProfile } from '../model/translationProfile';
import type { WorkflowStep } from '../model/workflowStep';
import { uidOf } from '../seededRandom';
import type { Jobs } from '../state/job';
import { seedConnectors } from './connectors';
import {
	BUSINESS_UNITS,
	DOMAINS,
	named,
	seedProjects,
	SIMPLE_LANGS,
	WORKFLOW_LANGS,
	WORKFLOW_STEPS,
} from './projects';
import { GUIDE, NON_ASCII_GUIDE, PAGE } from './texts';

const DAY = 86_400_000;
const PROFILES = 123;
const IMPORT_SETTINGS = 65;
const TRANS_MEMORIES = 110;
const CLIENTS = 60;
const BUSY_PROJECT_FILES = 60;

/** What a sandbox begins with, apart from jobs. */
export interface SeededState {
	projects: Project[];
	/** Of the organization; the projects belong to the first four. */
	clients: NamedReference[];
	/** Of the organization; the projects belong to all of them. */
	domains: NamedReference[];
	/** Of the organization; the projects belong to all of them. */
	businessUnits: NamedReference[];
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
		projects: seedProjects(),
		clients: Array.from({ length: CLIENTS }, (_, index) => named('client', index)),
		domains: Array.from({ length: DOMAINS }, (_, index) => named('domain', index)),
		businessUnits: Array.from({ length: BUSINESS_UNITS }, (_, index) => named('businessUnit', index)),
		workflowSteps: WORKFLOW_STEPS,
		connectors: seedConnectors(),
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
		domain: named('domain', index % DOMAINS),
		dateCreated: new Date(Date.now() - index * DAY),
	};
}
