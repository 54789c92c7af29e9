import { param, type Answer, type Call, type Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';
import type { World } from '../world';

interface PreTranslateRequest {
	jobs: Array<{ uid: string }>;
	callbackUrl?: string;
}

/** Tag Translation: pre-translating jobs. */
export const translation: Handlers = {
	preTranslateV2: preTranslate,

	preTranslateV3: preTranslate,
};

function preTranslate(call: Call, world: World): Answer {
	const project = world.projects.get(param(call, 'projectUid'));
	const request = call.body as PreTranslateRequest;
	const jobs = request.jobs.map(({ uid }) => world.jobs.get(project.uid, uid));
	return {
		status: 202,
		json: { asyncRequest: presentAsyncRequest(world.jobs.preTranslate(project, jobs, request.callbackUrl)) },
	};
}
