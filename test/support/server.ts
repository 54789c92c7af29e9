import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
	/** Counts connections: requests with the same number came over the same one. */
	connection: number;
}

export type Answer = (response: ServerResponse, request: Received) => void;

/** An HTTP server on loopback that answers as a test tells it to. */
export class LoopbackServer {
	/** The ports of all servers so far: what is known of one may not be taken for knowledge of another. */
	private static readonly ports = new Set<number>();

	private constructor(
		private readonly server: Server,
		/** All requests so far, in the order in which their bodies were complete. */
		readonly received: Received[],
		/** Without a trailing slash. */
		readonly url: string,
	) {}

	/** @param answer what to do with a request once its body has arrived */
	static async start(answer: Answer): Promise<LoopbackServer> {
		const connections = new Map<unknown, number>();
		const received: Received[] = [];
		const server = createServer((request, response) => {
			if (!connections.has(request.socket)) connections.set(request.socket, connections.size + 1);
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const one: Received = {
					method: request.method ?? '',
					path: request.url ?? '',
					headers: request.headers,
					body: Buffer.concat(chunks),
					connection: connections.get(request.socket) ?? 0,
				};
				received.push(one);
				answer(response, one);
			});
		});
		const port = await LoopbackServer.listen(server);
		return new LoopbackServer(server, received, `http://127.0.0.1:${port}`);
	}

	private static async listen(server: Server): Promise<number> {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		if (!this.ports.has(port)) {
			this.ports.add(port);
			return port;
		}
		await new Promise((resolve) => server.close(resolve));
		return await this.listen(server);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

/** Answers with JSON. */
export function json(
	response: ServerResponse,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(JSON.stringify(body));
}
