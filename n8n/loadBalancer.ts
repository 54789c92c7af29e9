import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a load balancer has passed on. */
export interface PassedCall {
	/** Port of the process that got it. */
	target: number;
	/** One character for each byte. */
	body: string;
}

/** Spreads HTTP calls over processes that do the same work, as what stands before several webhook processors does. */
export class LoadBalancer {
	/** The calls so far, in the order in which they came. */
	readonly calls: PassedCall[] = [];

	private constructor(
		private readonly server: Server,
		private readonly targets: readonly number[],
	) {}

	/**
	 * Starts to listen, on a free port of the loopback interface.
	 *
	 * @param targets ports of the processes on that interface; each gets a call in turn
	 */
	static async start(targets: readonly number[]): Promise<LoadBalancer> {
		const server = createServer();
		const balancer = new LoadBalancer(server, targets);
		server.on('request', (incoming, outgoing) => balancer.pass(incoming, outgoing));
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return balancer;
	}

	/** Without a slash at the end. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Stops listening, and breaks off what is under way. */
	async close(): Promise<void> {
		const closed = once(this.server, 'close');
		this.server.close();
		this.server.closeAllConnections();
		await closed;
	}

	private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
		const port = this.targets[this.calls.length % this.targets.length] ?? 0;
		const call: PassedCall = { target: port, body: '' };
		this.calls.push(call);
		incoming.on('data', (chunk: Buffer) => (call.body += chunk.toString('latin1')));
		const { method, url: path, headers } = incoming;
		// A connection for each call: one that is kept may be closed by the process at the moment it is used again.
		const passed = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
		passed.on('response', (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		outgoing.on('close', () => passed.destroy());
		incoming.pipe(passed);
	}
}
