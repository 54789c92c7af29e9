import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A port that leads to another one, as far away as it is told. */
export class Relay {
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		/** Port on 127.0.0.1. */
		readonly port: number,
	) {}

	/**
	 * Starts a relay.
	 *
	 * @param target port on 127.0.0.1 that it leads to
	 * @param roundTripMs what each round trip takes longer, half of it each way. A new connection takes one round trip
	 * more, which is that of TCP
	 */
	static async start(target: number, roundTripMs: number): Promise<Relay> {
		const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const relay = new Relay(server, (server.address() as AddressInfo).port);
		server.on('connection', (near) => {
			const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
			relay.pass(near, far, roundTripMs / 2, performance.now() + roundTripMs);
			relay.pass(far, near, roundTripMs / 2, 0);
		});
		return relay;
	}

	/** Stops it and ends its connections. */
	async close(): Promise<void> {
		this.server.close();
		for (const socket of this.sockets) socket.destroy();
	}

	/** Hands everything on, each part as much later as the way is long. */
	private pass(from: Socket, to: Socket, delayMs: number, notBefore: number): void {
		this.sockets.add(from);
		const line: Array<{ at: number; part: Buffer | undefined }> = [];
		let timer: NodeJS.Timeout | undefined;
		const handOn = () => {
			timer = undefined;
			const now = performance.now();
			// A timer may come a little early.
			while (line[0] !== undefined && line[0].at <= now + 0.5) {
				const part = line.shift()?.part;
				if (part === undefined) to.end();
				else if (!to.write(part)) from.pause();
			}
			if (line[0] !== undefined) timer = setTimeout(handOn, line[0].at - performance.now());
		};
		const take = (part: Buffer | undefined) => {
			line.push({ at: Math.max(performance.now(), notBefore) + delayMs, part });
			timer ??= setTimeout(handOn, (line[0]?.at ?? 0) - performance.now());
		};
		from.on('data', take);
		from.on('end', () => take(undefined));
		to.on('drain', () => from.resume());
		from.on('error', () => to.destroy());
		from.on('close', () => {
			this.sockets.delete(from);
			if (from.errored) to.destroy();
		});
	}
}
