import { uidOf } from '../seededRandom';
import { notFound } from '../errors';
import type { Project } from '../model/project';

/** The projects of the organization. */
export class Projects {
	/** @param all - newest first */
	constructor(readonly all: Project[]) {}

	/** @throws ApiError 404 */
	get(uid: string): Project {
		const project = this.all.find((candidate) => candidate.uid === uid);
		if (!project) throw notFound('Project', uid);
		return project;
	}

	/**
	 * Makes a project like another one.
	 * @param like - what it is like; the oldest project in what nobody says
	 */
	create(given: Partial<Project> & { name: string }, like = this.all[0]): Project {
		if (like === undefined) throw notFound('Project', 'any');
		const number = 1 + Math.max(...this.all.map(({ internalId }) => internalId));
		const made = { ...structuredClone(like), ...given, internalId: number };
		const project = {
			...made,
			id: String(34_691_000 + number),
			uid: uidOf(`project:${number}`),
			status: 'NEW',
			dateCreated: new Date(),
		};
		this.all.unshift(project);
		return project;
	}

	/** @throws ApiError 404 */
	delete(uid: string): void {
		this.all.splice(this.all.indexOf(this.get(uid)), 1);
	}
}
