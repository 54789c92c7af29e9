import { ok, param, type Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';

interface PreTranslateRequest {
	jobs: Array<{ uid: string }>;
	callbackUrl?: string;
}

/** Tag Translation: pre-translating jobs. */
export const translation: Handlers = {
	preTranslateV3: (call, world) => {
		const project = world.projects.get(param(call, 'projectUid'));
		const request = call.body as PreTranslateRequest;
		const jobs = request.jobs.map(({ uid }) => world.jobs.get(project.uid, uid));
		const started = world.jobs.preTranslate(project, jobs, request.callbackUrl);
		return ok({ asyncRequest: presentAsyncRequest(started) });
	},
};
