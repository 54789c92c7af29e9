import { badRequest } from '../errors';
import { download, ok, param, single, type Handlers } from '../http/call';
import { presentAsyncRequest } from '../model/asyncRequest';
import { spendDownload } from '../state/asyncRequest';
import type { ExportFormat } from '../state/translationMemory';

interface ExportRequest {
	exportTargetLangs?: string[];
	callbackUrl?: string;
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
