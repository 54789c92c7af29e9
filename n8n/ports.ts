import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

/**
 * Finds TCP ports of the loopback interface that nobody listens on.
 * All are held open until the last is known, so they differ from each other.
 *
 * @param count how many ports are needed
 */
export async function freePorts(count: number): Promise<number[]> {
	const servers = await Promise.all(Array.from({ length: count }, listen));
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map(close));
	return ports;
}

async function listen(): Promise<Server> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server;
}

async function close(server: Server): Promise<void> {
	server.close();
	await once(server, 'close');
}
