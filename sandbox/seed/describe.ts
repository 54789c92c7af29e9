import { encodeName } from '../model/connector';
import { MANAGER, MANAGER_ELSEWHERE, ORGANIZATION } from '../model/user';
import type { Jobs } from '../state/job';
import { FIRST_ITEM } from './plain';
import type { SeededState } from './state';

/**
 * Well-known things of the seed, so that tests and templates need not search for them.
 *
 * @param jobs - the seeded jobs
 */
export function describeSeed({ projects, connectors, profiles, plain }: SeededState, jobs: Jobs) {
	const at = <T>(list: T[], index: number): T => {
		const element = list[index];
		if (element === undefined) throw new Error(`the seed has no element ${index}`);
		return element;
	};
	const settings = plain['/api2/importSettings'];
	const transMemories = plain['/api2/transMemories'];
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
		/** The first item of the collections that the seed fills, and of any other. */
		plain: {
			...FIRST_ITEM,
			uids: Object.fromEntries(Object.entries(plain).map(([path, [first]]) => [path, first?.uid ?? ''])),
		},
		organization: { uid: ORGANIZATION.uid, name: ORGANIZATION.name },
		user: {
			uid: MANAGER.uid,
			id: MANAGER.id,
			userName: MANAGER.userName,
			uidElsewhere: MANAGER_ELSEWHERE.uid,
		},
		totals: {
			projects: projects.length,
			clients: plain['/api2/clients'].length,
			profiles: profiles.length,
			importSettings: settings.length,
			transMemories: transMemories.length,
		},
	};
}

/** Well-known things of the seed. */
export type Seed = ReturnType<typeof describeSeed>;
