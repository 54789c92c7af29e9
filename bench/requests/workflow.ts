import type { INode, INodeParameters } from 'n8n-workflow';
import { MANUAL_TRIGGER, type StoredCredential, type WorkflowExport } from '../../n8n';

/** Name of the node that is measured. */
export const MEASURED = 'Get the jobs';

/** Reads the same jobs one by one, with n8n's HTTP Request node or with ours. */
export interface Contender {
	label: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
}

/** n8n's HTTP Request node as it comes, with our credential. */
export function httpRequest(tmsUrl: string): Contender {
	return {
		label: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: `=${tmsUrl}/api2/v1/projects/{{ $json.projectUid }}/jobs/{{ $json.uid }}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'phraseTmsApi',
			options: {},
		},
	};
}

/** The Phrase TMS node with Parallel Requests at 16. */
export function phraseTms(parallelRequests: number): Contender {
	return {
		label: `Phrase TMS, ${parallelRequests} at a time`,
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'get',
			projectUid: '={{ $json.projectUid }}',
			jobUid: '={{ $json.uid }}',
			simplify: false,
			options: { parallelRequests },
		},
	};
}

/** A workflow that makes one item for each job and hands them to a contender. */
export function workflowOf(
	contender: Contender,
	jobs: Array<{ uid: string; projectUid: string }>,
	{ id, name }: StoredCredential,
): WorkflowExport {
	const nodes: INode[] = [
		node(MANUAL_TRIGGER, 'n8n-nodes-base.manualTrigger', 1, {}),
		node('List', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: JSON.stringify({ jobs }),
			options: {},
		}),
		node('One item for each job', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'jobs', options: {} }),
		{
			...node(MEASURED, contender.type, contender.typeVersion, contender.parameters),
			credentials: { phraseTmsApi: { id, name } },
		},
	];
	return { name: contender.label, nodes, connections: inARow(nodes), settings: {} };
}

function node(name: string, type: string, typeVersion: number, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

function inARow(nodes: INode[]): WorkflowExport['connections'] {
	return Object.fromEntries(
		nodes
			.slice(1)
			.map(({ name }, index) => [
				nodes[index]?.name ?? '',
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
}
