import type { Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';

interface AnalysisRequest {
	jobs: Array<{ uid: string }>;
	analyzeByLanguage?: boolean;
	callbackUrl?: string;
}

/** Tag Analysis: creating. An analysis by language is one for each target language of the jobs. */
export const analysis: Handlers = {
	createAnalyseAsyncV2: (call, { jobs: known, asyncRequests, config }) => {
		const { jobs: wanted, analyzeByLanguage = false, callbackUrl } = call.body as AnalysisRequest;
		const jobs = wanted.map(({ uid }) => known.byUid(uid));
		const { preTranslateMs: ms } = config.times;
		const groups = analyzeByLanguage ? [...new Set(jobs.map(({ targetLang }) => targetLang))] : [''];
		const started = groups.map(() =>
			asyncRequests.start({ action: 'PRE_ANALYSE', jobs, ms, callbackUrl, finish: () => undefined }),
		);
		const answer = started.map((request) => ({
			asyncRequest: presentAsyncRequest(request),
			analyse: { id: `a${request.id}` },
		}));
		return { status: 201, json: { asyncRequests: answer } };
	},
};
