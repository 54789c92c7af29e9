import type { EventSubject } from './model/eventBody';
import type { Job } from './model/job';
import type { World } from './world';

/** What an event can be said to be about. */
export interface Subject {
	/** Jobs it is about; the project's first job when missing. */
	jobUids?: string[];
	/** Project it belongs to; that of the first job, or else the seed's, when missing. */
	projectUid?: string;
	/** REST name of the status that its job parts show; the jobs' own when missing. */
	status?: string;
}

/**
 * The project and the jobs that an event is about; without any said, the seed's project and its first job.
 *
 * @throws ApiError 404 for an unknown project or job
 */
export function subjectOf(world: World, { jobUids, projectUid, status }: Subject = {}): EventSubject {
	const named: Job[] | undefined = jobUids?.map((uid) => world.jobs.byUid(uid));
	const project = world.projects.get(projectUid ?? named?.[0]?.project.uid ?? world.seed.project.uid);
	return { project, jobs: named ?? world.jobs.ofProject(project.uid).slice(0, 1), status };
}
