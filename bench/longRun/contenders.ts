import { getEventListeners } from 'node:events';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import type { LaneContender } from '../lane/protocol';
import { inCore } from '../lane/runInCore';

/** Executions of one node, one after the other. */
export interface LongRunInput {
	credential: Record<string, unknown>;
	job: { uid: string; projectUid: string };
	executions: number;
}

const phraseTms: LaneContender<LongRunInput> = async ({ credential, job, executions }) => {
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	return async () => {
		for (let done = 0; done < executions; done++) {
			const run = await inCore({
				type: node,
				parameters: {
					authentication: 'phraseTmsApi',
					resource: 'job',
					operation: 'get',
					projectUid: byId(job.projectUid),
					jobUid: byId(job.uid),
				},
				credentials: { phraseTmsApi: credential },
				items: [{ json: {} }],
			});
			await run();
		}
		return () => {
			globalThis.gc?.();
			const resources = process.getActiveResourcesInfo();
			return {
				facts: {
					heapBytes: process.memoryUsage().heapUsed,
					timers: resources.filter((name) => name === 'Timeout').length,
					handles: resources.filter((name) => name !== 'Timeout').length,
					listeners: process
						.eventNames()
						.reduce((count, name) => count + getEventListeners(process, name as string).length, 0),
				},
			};
		};
	};
};

const node = new PhraseTms();

/** Execute a node again and again in the same process. */
export const contenders = { phraseTms };
