import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import type { Sandbox, Webhook } from '../../sandbox';

/** An answer of the sandbox, read to its end. */
export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

export interface CallOptions {
	headers?: Record<string, string>;
	/** An object is sent as JSON. */
	json?: unknown;
	body?: string | Buffer;
}

/** The ApiToken that is valid for ever, as a header. */
export const API_TOKEN = { authorization: 'ApiToken sandbox-api-token' };

/** Sends one request on a connection of its own pool, which a test may leave behind. */
export async function call(method: string, url: string, options: CallOptions = {}): Promise<Reply> {
	const agent = new Agent();
	try {
		return await callOn(agent, method, url, options);
	} finally {
		await agent.destroy();
	}
}

/** Sends one request on the connections of a pool. */
export async function callOn(
	agent: Agent,
	method: string,
	url: string,
	options: CallOptions = {},
): Promise<Reply> {
	const { json, body } = options;
	const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
	const answer = await request(url, {
		method: method as 'GET',
		headers: { ...type, ...options.headers },
		body: json === undefined ? body : JSON.stringify(json),
		dispatcher: agent,
	});
	return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

/** A request to TMS with the ApiToken; `path` begins after `/api2`. */
export async function tms(
	sandbox: Sandbox,
	method: string,
	path: string,
	options: CallOptions = {},
): Promise<Reply> {
	const headers = { ...API_TOKEN, ...options.headers };
	return call(method, `${sandbox.tmsUrl}/api2${path}`, { ...options, headers });
}

/** Body of a reply, parsed. */
export function json({ text }: Reply): unknown {
	return JSON.parse(text);
}

/** Exchanges a platform API token. */
export async function exchange(sandbox: Sandbox, subjectToken: string): Promise<Reply> {
	const form = new URLSearchParams({
		grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
		subject_token: subjectToken,
	});
	return call('POST', `${sandbox.platformUrl}/oauth/token`, {
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
}

/** A bearer header for one of the platform's applications. */
export async function bearer(sandbox: Sandbox, platformApiToken: string): Promise<Record<string, string>> {
	const { access_token: token } = json(await exchange(sandbox, platformApiToken)) as { access_token: string };
	return { authorization: `Bearer ${token}` };
}

/** Uploads a file as a job of the seed's project. */
export async function createJob(
	sandbox: Sandbox,
	fileName: string,
	content: string | Buffer,
	metadata: Record<string, unknown> = { targetLangs: ['cs_cz'] },
): Promise<Reply> {
	return tms(sandbox, 'POST', `/v1/projects/${sandbox.seed.project.uid}/jobs`, {
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `filename*=UTF-8''${encodeURIComponent(fileName)}`,
			memsource: JSON.stringify(metadata),
		},
		body: content,
	});
}

/** What creating jobs answers, as far as the tests read it. */
export interface CreatedJobs {
	asyncRequest?: { id: string };
	jobs: Array<{ uid: string; filename: string; targetLang: string; workflowLevel: number }>;
	unsupportedFiles: string[];
}

/** Asks again until the answer is as wanted. */
export async function until<T>(ask: () => T | Promise<T>, wanted: (value: T) => boolean): Promise<T> {
	for (;;) {
		const value = await ask();
		if (wanted(value)) return value;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** An asynchronous request, as far as the tests read it. */
export interface AsyncRequestReply {
	id: string;
	action: string;
	asyncResponse: { errorCode?: string; errorDesc?: string; errorDetails?: unknown[] } | null;
}

/** Waits for the end of an asynchronous request. */
export async function finished(sandbox: Sandbox, id: string): Promise<AsyncRequestReply> {
	return until(
		async () => json(await tms(sandbox, 'GET', `/v1/async/${id}`)) as AsyncRequestReply,
		({ asyncResponse }) => asyncResponse !== null,
	);
}

/** Registers a webhook. */
export async function createWebhook(
	sandbox: Sandbox,
	webhook: { url: string; events: string[] } & Partial<Webhook>,
): Promise<{ uid: string }> {
	return json(await tms(sandbox, 'POST', '/v2/webhooks', { json: webhook })) as { uid: string };
}

/** A receiver of callbacks and events on a real port. */
export interface Receiver {
	url: string;
	/** Bodies received, parsed. */
	received: Array<Record<string, unknown>>;
	/** Headers received, one set per body. */
	headers: IncomingHttpHeaders[];
	/** Statuses to answer with, one after the other; then 200. */
	answers: number[];
	close(): Promise<void>;
}

/** Starts a receiver of callbacks and events. */
export async function startReceiver(): Promise<Receiver> {
	const received: Receiver['received'] = [];
	const headers: Receiver['headers'] = [];
	const answers: number[] = [];
	const server: Server = createServer((incoming, answer) => {
		void readText(incoming).then((text) => {
			received.push(JSON.parse(text) as Record<string, unknown>);
			headers.push(incoming.headers);
			answer.writeHead(answers.shift() ?? 200).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://127.0.0.1:${port}/callback`, received, headers, answers, close };
}

async function readText(incoming: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}
