import { badRequest } from '../errors';
import { download, ok, param, single, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentAsyncRequest } from '../model/asyncRequest';
import { presentTransMemory } from '../model/translationMemory';
import { spendDownload } from '../state/asyncRequest';
import type { ExportFormat } from '../state/translationMemory';

interface ExportRequest {
	exportTargetLangs?: string[];
	callbackUrl?: string;
}

/** Tag Translation Memory: reading and exporting. */
export const translationMemory: Handlers = {
	listTransMemories: (call, { transMemories }) => {
		const name = (single(call, 'name') ?? '').toLowerCase();
		const sourceLang = single(call, 'sourceLang');
		const targetLang = single(call, 'targetLang');
		const found = transMemories.all.filter(
			(memory) =>
				memory.name.toLowerCase().includes(name) &&
				(sourceLang === undefined || memory.sourceLang === sourceLang) &&
				(targetLang === undefined || memory.targetLangs.includes(targetLang)),
		);
		return ok(page(call, found, presentTransMemory));
	},

	getTransMemory: (call, { transMemories }) =>
		ok(presentTransMemory(transMemories.get(param(call, 'transMemoryUid')))),

	exportV2: (call, { transMemories }) => {
		const memory = transMemories.get(param(call, 'transMemoryUid'));
		const { exportTargetLangs = [], callbackUrl } = (call.body ?? {}) as ExportRequest;
		const asyncRequest = presentAsyncRequest(transMemories.export(memory, exportTargetLangs, callbackUrl));
		return {
			status: 202,
			json: { asyncRequest, asyncExport: { transMemory: presentTransMemory(memory), exportTargetLangs } },
		};
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
