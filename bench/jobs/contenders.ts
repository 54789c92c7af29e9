import type { IDataObject, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { DEFAULT_PARALLEL_REQUESTS } from '../../core/operation/runnerOptions';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import { inCore, type NodeWork } from '../lane/runInCore';
import type { LaneContender, Told } from '../lane/protocol';
import { bareJson, barePhrase } from '../peers/bareUndici';
import { AS_SHIPPED, httpRequest, SIGNED_IN } from '../peers/httpRequest';
import { nodeOf } from '../peers/nodeOf';

/** What is read. */
export interface JobsInput {
	credential: Record<string, unknown>;
	jobs: Array<{ uid: string; projectUid: string }>;
	/** Requests at the same time, where the contender can be told; the node's own default when missing. */
	parallelRequests?: number;
}

const path = (projectUid: string, jobUid: string) => `/api2/v1/projects/${projectUid}/jobs/${jobUid}`;

/** Runs a node over all jobs, one item for each. */
async function node(
	type: INodeType | IVersionedNodeType,
	{ credential, jobs }: JobsInput,
	rest: Pick<NodeWork, 'parameters' | 'typeVersion' | 'from'>,
) {
	const run = await inCore({
		type,
		...rest,
		credentials: { phraseTmsApi: credential },
		items: jobs.map((json) => ({ json })),
	});
	return async () => {
		const items = await run();
		return (): Told => told(items.map(({ json }) => String(json.uid ?? json.jobUid)));
	};
}

/** Jobs in the order in which they came out. */
function told(uids: string[]): Told {
	return { notes: { uids: uids.join() } };
}

const phraseTms: LaneContender<JobsInput> = async (input) =>
	await node(new PhraseTms(), input, {
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'get',
			projectUid: { __rl: true, mode: 'id', value: '={{ $json.projectUid }}' },
			jobUid: { __rl: true, mode: 'id', value: '={{ $json.uid }}' },
			simplify: false,
			options: input.parallelRequests === undefined ? {} : { parallelRequests: input.parallelRequests },
		},
	});

const httpRequestNode: LaneContender<JobsInput> = async (input) =>
	await node(httpRequest(), input, {
		...AS_SHIPPED,
		parameters: {
			...SIGNED_IN,
			url: `=${String(input.credential.tmsUrl)}${path('{{ $json.projectUid }}', '{{ $json.uid }}')}`,
			// Knowing the format spares it a guess.
			options: { response: { response: { responseFormat: 'json' } } },
		},
	});

const loop: LaneContender<JobsInput> = async (input) =>
	await node(
		nodeOf(async (parameter, context) => {
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				'phraseTmsApi',
				{
					url: `${String(input.credential.tmsUrl)}${path(parameter('projectUid'), parameter('jobUid'))}`,
					json: true,
				},
			);
			return [answer as IDataObject];
		}, 'one after the other'),
		input,
		{ parameters: { projectUid: '={{ $json.projectUid }}', jobUid: '={{ $json.uid }}' } },
	);

const bare: LaneContender<JobsInput> = async ({
	credential,
	jobs,
	parallelRequests = DEFAULT_PARALLEL_REQUESTS,
}) => {
	const phrase = barePhrase(credential, parallelRequests);
	return async () => {
		const read = await Promise.all(
			jobs.map(async ({ projectUid, uid }) => await bareJson(phrase, 'GET', path(projectUid, uid))),
		);
		return () => told(read.map((job) => (job as { uid: string }).uid));
	};
};

const bareNode: LaneContender<JobsInput> = async (input) => {
	const phrase = barePhrase(input.credential, input.parallelRequests ?? DEFAULT_PARALLEL_REQUESTS);
	return await node(
		nodeOf(async (parameter) => {
			const answer = await bareJson(phrase, 'GET', path(parameter('projectUid'), parameter('jobUid')));
			return [answer as IDataObject];
		}, 'all at once'),
		input,
		{ parameters: { projectUid: '={{ $json.projectUid }}', jobUid: '={{ $json.uid }}' } },
	);
};

/** Read the same jobs, one request for each. */
export const contenders = { phraseTms, httpRequest: httpRequestNode, loop, bare, bareNode };
