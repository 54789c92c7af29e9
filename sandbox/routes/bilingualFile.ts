import { badRequest } from '../errors';
import { download, ok, param, single, type Handlers } from '../http/call';
import { bilingualFile as fileOf, unitsIn } from '../model/bilingualFile';
import { presentCreatedJob } from '../model/job';
import { targetOf } from '../model/segment';

/** Tag Bilingual File. */
export const bilingualFile: Handlers = {
	getBilingualFile: (call, world) => {
		const { uid } = world.projects.get(param(call, 'projectUid'));
		const { jobs = [] } = call.body as { jobs?: Array<{ uid: string }> };
		const found = jobs.map((reference) => world.jobs.get(uid, reference.uid));
		return download(fileOf(found, single(call, 'format') ?? 'MXLF'));
	},

	uploadBilingualFileV2: (call, world) => {
		const units = call.file === undefined ? [] : unitsIn(call.file);
		const jobs = [...new Set(units.map(({ jobUid }) => jobUid))].map((uid) => world.jobs.byUid(uid));
		const [first] = jobs;
		if (!first) throw badRequest('InvalidParameters', 'The file is no bilingual file of a job.');
		for (const job of jobs) {
			for (const { jobUid, segment, translation, confirmed } of units) {
				if (jobUid === job.uid) Object.assign(job.segments[segment] ?? {}, { translation, confirmed });
			}
			job.target = targetOf(job);
		}
		if (single(call, 'setCompleted') === 'true') world.jobs.setStatus(jobs, 'COMPLETED');
		const { name, uid } = first.project;
		return ok({ jobs: jobs.map(presentCreatedJob), project: { name, uid } });
	},
};
