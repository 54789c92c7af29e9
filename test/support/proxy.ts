import { createServer, request as forward } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy that passes on whatever it is asked for, unless it is told to refuse, and remembers what that was. */
export interface Proxy {
	/** As in a variable of the environment, without a scheme. */
	host: string;
	/** `CONNECT host:port`, or the method and the address. */
	asked: string[];
	/** The `Proxy-Authorization` headers. */
	authorizations: Array<string | undefined>;
	close(): void;
}

/** @param refusal the status that it refuses every call with */
export async function startProxy(refusal?: number): Promise<Proxy> {
	const asked: string[] = [];
	const authorizations: Array<string | undefined> = [];
	const sockets = new Set<Socket>();
	const server = createServer((request, response) => {
		asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
		authorizations.push(request.headers['proxy-authorization']);
		if (refusal !== undefined) {
			response.writeHead(refusal).end();
			return;
		}
		const passedOn = forward(
			request.url ?? '',
			{ method: request.method, headers: request.headers },
			(answer) => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			},
		);
		request.pipe(passedOn);
	});
	server.on('connect', (request: { url: string; headers: Record<string, string> }, socket: Socket) => {
		asked.push(`CONNECT ${request.url}`);
		authorizations.push(request.headers['proxy-authorization']);
		sockets.add(socket.on('error', () => undefined));
		if (refusal !== undefined) {
			socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
			return;
		}
		const { hostname, port } = new URL(`http://${request.url}`);
		const target = connect(Number(port), hostname, () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			target.pipe(socket).pipe(target);
		});
		sockets.add(target.on('error', () => undefined));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		authorizations,
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.closeAllConnections();
			server.close();
		},
	};
}
