import type { INodeParameters } from 'n8n-workflow';
import type { StoredCredential, WorkflowExport } from '../client';
import { MANUAL_TRIGGER } from '../templates';

/** Names of the nodes. */
export const JOBS = 'Jobs';
export const REQUEST = 'Request the target files';
export const WAIT = 'Sleep until Phrase calls back';
export const COLLECT = 'Download the target files';

/** Changes to a node of the workflow. */
export type Changes = Partial<
	Record<string, { parameters?: INodeParameters; onError?: 'continueRegularOutput' }>
>;

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/**
 * A workflow that requests the target files of jobs, sleeps until Phrase has called back, and collects the files.
 *
 * @param changes other parameters or settings, by node name
 */
export function waitingWorkflow(
	credential: StoredCredential,
	jobs: Array<{ uid: string; projectUid: string }>,
	changes: Changes = {},
): WorkflowExport {
	const phraseNode = (name: string, position: number, parameters: INodeParameters) => ({
		id: `node-${position}`,
		name,
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		position: [position * 220, 0] as [number, number],
		credentials: { phraseTmsApi: { id: credential.id, name: credential.name } },
		...changes[name],
		parameters: { ...parameters, ...changes[name]?.parameters },
	});
	const list = jobs.map(({ uid, projectUid }) => ({ json: { uid, projectUid } }));
	const nodes = [
		{
			id: 'node-0',
			name: MANUAL_TRIGGER,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		},
		{
			id: 'node-1',
			name: JOBS,
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			position: [220, 0] as [number, number],
			parameters: { jsCode: `return ${JSON.stringify(list)};` },
		},
		phraseNode(REQUEST, 2, {
			resource: 'job',
			operation: 'requestTargetFile',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUid: byId('={{ $json.uid }}'),
			notify: 'thisExecution',
			options: { parallelRequests: 20 },
		}),
		phraseNode(WAIT, 3, {
			resource: 'asyncRequest',
			operation: 'wait',
			asyncRequestId: '={{ $json.asyncRequestId }}',
			whileWaiting: 'sleep',
			sleepLimit: 1,
		}),
		phraseNode(COLLECT, 4, {
			resource: 'job',
			operation: 'downloadTargetFileByAsyncRequest',
			projectUid: byId(`={{ $('${REQUEST}').item.json.projectUid }}`),
			jobUid: byId(`={{ $('${REQUEST}').item.json.jobUid }}`),
			asyncRequestId: '={{ $json.asyncRequestId }}',
		}),
	];
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1]?.name ?? '', type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name: 'Waiting by callback', nodes, connections, settings: { executionOrder: 'v1' } };
}
