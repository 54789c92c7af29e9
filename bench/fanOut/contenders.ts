import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import type { LaneContender } from '../lane/protocol';
import { inCore } from '../lane/runInCore';
import { bareJson, barePhrase, bareRequest } from '../peers/bareUndici';

/** Jobs whose target files are wanted. */
export interface ExportInput {
	credential: Record<string, unknown>;
	jobs: Array<{ uid: string; projectUid: string }>;
	/** How long Phrase takes for each, ms. */
	exportMs: number;
}

const phraseTms: LaneContender<ExportInput> = async ({ credential, jobs }) => {
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	const run = await inCore({
		type: new PhraseTms(),
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'downloadTargetFile',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUid: byId('={{ $json.uid }}'),
		},
		credentials: { phraseTmsApi: credential },
		items: jobs.map((json) => ({ json })),
	});
	return async () => {
		const items = await run();
		return () => ({
			facts: { files: items.filter(({ binary }) => binary?.data !== undefined).length },
			notes: { sizes: items.map(({ binary }) => binary?.data?.bytes ?? 0).join() },
		});
	};
};

/** The most connections of the floor: as many as the nodes ever have for a credential. */
const CONNECTIONS = 20;

const bare: LaneContender<ExportInput> = async ({ credential, jobs, exportMs }) => {
	const phrase = barePhrase(credential, CONNECTIONS);
	return async () => {
		const sizes = await Promise.all(
			jobs.map(async ({ projectUid, uid }) => {
				const job = `/projects/${projectUid}/jobs/${uid}`;
				const { asyncRequest } = (await bareJson(phrase, 'PUT', `/api2/v3${job}/targetFile`, {})) as {
					asyncRequest: IDataObject;
				};
				// It knows how long Phrase takes, and asks for no state.
				await pause(exportMs + 5);
				const path = `/api2/v2${job}/downloadTargetFile/${String(asyncRequest.id)}`;
				const { statusCode, body } = await bareRequest(phrase, 'GET', path);
				const { byteLength } = await body.arrayBuffer();
				return statusCode === 200 ? byteLength : 0;
			}),
		);
		return () => ({ facts: { files: sizes.filter((size) => size > 0).length } });
	};
};

/** Have target files made, wait, and download them. */
export const contenders = { phraseTms, bare };
