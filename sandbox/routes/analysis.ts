import { ok, type Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';
import { failureOf } from '../state/job';

/** Tag Analysis: creating. An analysis by language is one for each target language of the jobs. */
export const analysis: Handlers = {
	createAnalyseAsyncV2: ({ body }, { jobs: known, asyncRequests, config }) => {
		const request = body as { jobs: Array<{ uid: string }>; analyzeByLanguage?: true; callbackUrl?: string };
		const jobs = request.jobs.map(({ uid }) => known.byUid(uid));
		const languages = new Set(jobs.map(({ targetLang }) => request.analyzeByLanguage && targetLang));
		const work = { jobs, ms: config.times.preTranslateMs, callbackUrl: request.callbackUrl };
		const started = [...languages].map(() => {
			const finish = () =>
				failureOf(jobs, 'fail-analysis', 'ANALYSE_FAILED', 'The words could not be counted.');
			const one = asyncRequests.start({ action: 'PRE_ANALYSE', ...work, finish });
			return { asyncRequest: presentAsyncRequest(one), analyse: { id: `a${one.id}` } };
		});
		return ok({ asyncRequests: started });
	},

	/** Analyses that nobody has made are counted as well: the sandbox keeps no list of the others. */
	recalculate: ({ body }, { asyncRequests, config }) => {
		const { analyses, callbackUrl } = body as { analyses: Array<{ id: string }>; callbackUrl?: string };
		const work = { jobs: [], ms: config.times.preTranslateMs, callbackUrl };
		const started = analyses.map((analyse) => {
			const finish = () =>
				analyse.id.startsWith('fail')
					? { errorCode: 'ANALYSE_FAILED', errorDesc: 'The words could not be counted.' }
					: undefined;
			const one = asyncRequests.start({ action: 'POST_ANALYSE', ...work, finish });
			return { asyncRequest: presentAsyncRequest(one), analyse };
		});
		return ok({ analyses: started });
	},
};
