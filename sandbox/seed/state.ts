import { contentFile } from '../files';
import type { Connector } from '../model/connector';
import type { Project } from '../model/project';
import type { TranslationProfile } from '../model/translationProfile';
import { uidOf } from '../seededRandom';
import type { Jobs } from '../state/job';
import { seedConnectors } from './connectors';
import { seedPlain, type SeededPlain } from './plain';
import { seedProjects } from './projects';
import { GUIDE, NON_ASCII_GUIDE, PAGE } from './texts';

const DAY = 86_400_000;
const PROFILES = 123;
const BUSY_PROJECT_FILES = 60;

/** What a sandbox begins with, apart from jobs. */
export interface SeededState {
	projects: Project[];
	connectors: Connector[];
	profiles: TranslationProfile[];
	plain: SeededPlain;
}

/** The state of a new or reset sandbox; the same every time. */
export function seedState(): SeededState {
	return {
		projects: seedProjects(),
		connectors: seedConnectors(),
		profiles: Array.from({ length: PROFILES }, (_, index) => profile(index)),
		plain: seedPlain(),
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

function profile(index: number): TranslationProfile {
	const number = String(index + 1).padStart(3, '0');
	return {
		uid: uidOf(`profile:${index}`),
		name: index === 0 ? 'Sandbox profile' : `Profile ${number}`,
		dateCreated: new Date(Date.now() - index * DAY),
	};
}
