import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { createPhraseClient } from '../../core/http/client';
import type { PhraseClient } from '../../core/http/client.types';
import { Credential } from '../../core/http/credential';
import { CredentialStore, executeContext } from '../../n8n/inProcess';
import { CallerNode } from './callerNode';
import { QUICK } from './phrase';

/** What a server does with a connection on which a whole head of a request has come, and perhaps bytes of its body. */
export type Misbehaviour = (socket: Socket, head: string, body: Buffer) => void;

/** A server that writes bytes as it is told, whether they are HTTP or not. */
export class RawServer {
	/** The heads of the requests so far. */
	readonly heads: string[] = [];
	/** Connections that are open. */
	readonly open = new Set<Socket>();
	/** Bytes that came, heads included. */
	received = 0;

	private constructor(
		private readonly server: Server,
		private readonly scheme: 'http' | 'https',
	) {}

	/**
	 * @param answer what to do with each request; bytes that come later are counted and thrown away
	 * @param certificate of a server that speaks TLS
	 */
	static async start(answer: Misbehaviour, certificate?: TlsOptions): Promise<RawServer> {
		const server = certificate === undefined ? createServer() : createTlsServer(certificate);
		const raw = new RawServer(server, certificate === undefined ? 'http' : 'https');
		server.on(certificate === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
			raw.open.add(socket);
			socket.on('close', () => raw.open.delete(socket));
			socket.on('error', () => undefined);
			socket.on('data', (chunk) => {
				raw.received += chunk.length;
				// undici writes the head of a request at once, and what comes after it is its body.
				if (!/^[A-Z]+ \//.test(chunk.toString('latin1', 0, 10))) return;
				const [head = ''] = chunk.toString('latin1').split('\r\n\r\n');
				raw.heads.push(head);
				answer(socket, head, chunk.subarray(head.length + 4));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return raw;
	}

	get url(): string {
		return `${this.scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/**
	 * A client that takes the server for Phrase TMS.
	 * @param silenceMs how long it bears any kind of silence
	 */
	async client(silenceMs: number, signal?: AbortSignal): Promise<PhraseClient> {
		const credential = { authType: 'apiToken', region: 'custom', tmsUrl: this.url, apiToken: 'secret-token' };
		const { context } = await executeContext(new CallerNode(), {
			credentials: new CredentialStore({ phraseTmsApi: credential }),
		});
		const timeouts = { headers: silenceMs, headersAfterFile: silenceMs, idle: silenceMs, stalled: silenceMs };
		return createPhraseClient(
			new Credential(context, 'phraseTmsApi'),
			{ product: 'tms', signal },
			{ ...QUICK, timeouts },
		);
	}

	async close(): Promise<void> {
		for (const socket of this.open) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
