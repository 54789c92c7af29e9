import { createServer, request as forward, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { GET } from '../../core/http/request';
import { ScriptedPhrase } from '../support/phrase';
import { json } from '../support/server';

/** A proxy that passes on whatever it is asked for, and remembers what that was. */
async function startProxy(): Promise<{ proxy: Server; url: string; asked: string[]; sockets: Set<Socket> }> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const proxy = createServer((request, response) => {
		asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
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
	proxy.on('connect', (request: { url: string }, socket: Socket) => {
		asked.push(`CONNECT ${request.url}`);
		const { hostname, port } = new URL(`http://${request.url}`);
		const target = connect(Number(port), hostname, () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			target.pipe(socket).pipe(target);
		});
		for (const one of [socket, target]) sockets.add(one.on('error', () => undefined));
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	return { proxy, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked, sockets };
}

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
	name,
	name.toLowerCase(),
]);
const before = NAMES.map((name) => [name, process.env[name]] as const);

afterAll(() => {
	for (const [name, value] of before) {
		if (value === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = value;
	}
});

it('goes through the proxy that the environment names, except to hosts it excepts', async () => {
	const { proxy, url, asked, sockets } = await startProxy();
	for (const name of NAMES) Reflect.deleteProperty(process.env, name);
	process.env.ALL_PROXY = url;
	const phrase = await ScriptedPhrase.start((response) => json(response, 200, { ok: true }));
	try {
		const { host } = new URL(phrase.server.url);
		const client = await phrase.client();
		await client.send(GET`/api2/v1/a`);
		expect(asked).toContain(`CONNECT ${host}`);
		expect(phrase.requests).toHaveLength(1);

		const count = asked.length;
		process.env.NO_PROXY = '127.0.0.1';
		await client.send(GET`/api2/v1/b`);
		expect(asked).toHaveLength(count);
		expect(phrase.requests).toHaveLength(2);
	} finally {
		await phrase.close();
		for (const socket of sockets) socket.destroy();
		proxy.closeAllConnections();
		proxy.close();
	}
});
