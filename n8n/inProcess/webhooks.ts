import './home';
import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough } from 'node:stream';
import { WebhookContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IDataObject,
	type IExecuteData,
	type INodeType,
	type IWebhookResponseData,
} from 'n8n-workflow';
import type { AnyNodeType } from './nodeTypes';
import { inWorkflow, type NodeSetup } from './workflow';

/** A call that reaches a webhook of the node. */
export interface WebhookCall extends NodeSetup {
	method?: string;
	headers?: IncomingHttpHeaders;
	query?: IDataObject;
	/** The body as n8n parsed it. */
	body?: unknown;
	/** The body as it came; the default is the JSON of `body`. */
	rawBody?: Buffer;
	/** Path that the call comes in at; the default is that of the execution, which sleeps. */
	path?: string;
	/** Which of the node's webhooks. */
	webhook?: string;
	/** The node as it was when it had put the execution to wait; n8n hands over what it stored of that. */
	asleep?: IExecuteData;
}

/** What a webhook answered on its own, without n8n's response. */
export interface WebhookAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
	/** Whether the node ended the answer itself. */
	ended: boolean;
}

/** The context in which a node's webhook is called, and what it answers by itself. */
export function webhookContext(
	type: AnyNodeType,
	call: WebhookCall = {},
): { context: WebhookContext; answer: WebhookAnswer; nodeType: INodeType; stored?: IExecuteData } {
	const { workflow, node, nodeType, additionalData } = inWorkflow(type, call);
	const { method = 'POST', headers = {}, query = {}, body = {}, webhook = 'default' } = call;
	const rawBody = call.rawBody ?? Buffer.from(JSON.stringify(body));
	const request = Object.assign(new PassThrough().end(rawBody), {
		method,
		originalUrl: `${call.path ?? '/webhook-waiting/1'}?${new URLSearchParams(query as Record<string, string>).toString()}`,
		headers: { 'content-type': 'application/json', 'content-length': String(rawBody.length), ...headers },
		query,
		params: {},
		body,
		rawBody,
		contentType: 'application/json',
		readRawBody: async () => await Promise.resolve(),
	});
	const answer: WebhookAnswer = { status: 200, headers: {}, body: undefined, ended: false };
	additionalData.httpRequest = request as never;
	additionalData.httpResponse = responseInto(answer) as never;

	const webhookDescription = nodeType.description.webhooks?.find(({ name }) => name === webhook);
	if (!webhookDescription) throw new Error(`The node has no webhook '${webhook}'`);
	const stored = call.asleep && { ...structuredClone({ ...call.asleep, node: undefined }), node };
	const execution = createRunExecutionData(stored && { executionData: { nodeExecutionStack: [stored] } });
	const context = new WebhookContext(
		workflow,
		node,
		additionalData,
		'webhook',
		{
			httpMethod: 'POST',
			node: node.name,
			path: '',
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		},
		[],
		execution,
	);
	return { context, answer, nodeType, stored };
}

/**
 * Calls a webhook of the node.
 * @returns what the node hands to n8n, what it answers by itself, and what n8n has stored of a sleeping node then
 */
export async function callWebhook(
	type: AnyNodeType,
	call: WebhookCall = {},
): Promise<{ result: IWebhookResponseData; answer: WebhookAnswer; stored?: IExecuteData }> {
	const { context, answer, nodeType, stored } = webhookContext(type, call);
	if (!nodeType.webhook) throw new Error(`'${nodeType.description.name}' has no webhook function`);
	return { result: await nodeType.webhook.call(context), answer, stored };
}

/** The part of Express's response that a webhook uses to answer by itself. */
function responseInto(answer: WebhookAnswer) {
	const response = {
		status(status: number) {
			answer.status = status;
			return response;
		},
		writeHead(status: number, headers: Record<string, unknown> = {}) {
			Object.assign(answer, { status, headers: { ...answer.headers, ...headers } });
			return response;
		},
		setHeader(name: string, value: unknown) {
			answer.headers[name.toLowerCase()] = value;
			return response;
		},
		set(name: string, value: unknown) {
			return response.setHeader(name, value);
		},
		send: end,
		json: end,
		end,
	};
	function end(body?: unknown) {
		if (body !== undefined) answer.body = body;
		answer.ended = true;
		return response;
	}
	return response;
}
