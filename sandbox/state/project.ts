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

	/** @throws ApiError 404 */
	delete(uid: string): void {
		this.all.splice(this.all.indexOf(this.get(uid)), 1);
	}
}
