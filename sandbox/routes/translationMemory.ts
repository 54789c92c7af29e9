import { badRequest } from '../errors';
import { download, ok, param, single, type Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';
import { spendDownload } from '../state/asyncRequest';
import type { ExportFormat } from '../state/translationMemory';

interface ExportRequest {
	exportTargetLangs?: string[];
	callbackUrl?: string;
}

interface ExportByQueryRequest extends ExportRequest {
	queries: string[];
	queryLangs: string[];
}

/** Tag Translation Memory: exporting. */
export const translationMemory: Handlers = {
	exportV2: (call, { transMemories }) => {
		const memory = transMemories.get(param(call, 'transMemoryUid'));
		const { id, uid, name, sourceLang, targetLangs } = memory;
		const { exportTargetLangs = [], callbackUrl } = (call.body ?? {}) as ExportRequest;
		const asyncRequest = presentAsyncRequest(transMemories.export(memory, exportTargetLangs, callbackUrl));
		const transMemory = { id, uid, name, sourceLang, targetLangs };
		return ok({ asyncRequest, asyncExport: { transMemory, exportTargetLangs } });
	},

	/** The export holds everything: the sandbox does not know what the segments say. */
	exportByQueryAsync: (call, { transMemories }) => {
		const memory = transMemories.get(param(call, 'transMemoryUid'));
		const { exportTargetLangs = [], queries, queryLangs, callbackUrl } = call.body as ExportByQueryRequest;
		if (queries.length !== queryLangs.length)
			throw badRequest('InvalidParameters', 'A query has no language.');
		const asyncRequest = presentAsyncRequest(
			transMemories.export(memory, exportTargetLangs, callbackUrl, 'EXPORT_TMX_BY_QUERY'),
		);
		const { uid, name } = memory;
		const asked = queries.map((query, index) => ({ query, lang: queryLangs[index] }));
		return ok({
			asyncRequest,
			asyncExport: { transMemory: { uid, name }, exportTargetLangs, queries: asked },
		});
	},

	/** Phrase does not say whether this id can be used twice; the sandbox takes the strict view. */
	downloadSearchResult: (call, { asyncRequests, transMemories, log }) => {
		const request = asyncRequests.get(param(call, 'asyncRequestId'));
		const file = transMemories.exported(request, (single(call, 'format') ?? 'TMX') as ExportFormat);
		if (!file)
			throw badRequest('InvalidParameters', `Async request ${request.id} exports no translation memory.`);
		spendDownload(request, log);
		return download(file);
	},
};
