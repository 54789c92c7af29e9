import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Sandbox } from '../../sandbox';

/** A Phrase in front of the sandbox that differs from it in some way. */
export interface PhraseInFront {
	/** Of its TMS. */
	tmsUrl: string;
	close(): Promise<void>;
}

/**
 * Forwards calls of TMS to the sandbox.
 *
 * @param before sees the path and query of each call first: gives the one to forward instead, or the HTTP status to
 * answer with without forwarding
 * @param after changes the body of each answer
 * @param behind base URL of the product to forward to: that of the sandbox's TMS
 */
export async function startPhraseInFront(
	sandbox: Sandbox,
	before: (url: string) => string | Promise<number> | undefined,
	after = (body: string) => body,
	behind = sandbox.tmsUrl,
): Promise<PhraseInFront> {
	const server = createServer((request, response) => {
		void (async () => {
			const body = await buffer(request);
			const { method, url = '', headers } = request;
			const outcome = await before(url);
			if (typeof outcome === 'number') return response.writeHead(outcome).end();
			const answer = await fetch(`${behind}${outcome ?? url}`, {
				method,
				headers: forwarded(headers),
				body: body.length > 0 ? body : undefined,
			});
			response.writeHead(answer.status, { 'content-type': 'application/json' });
			return response.end(after(await answer.text()));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		tmsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** The headers that are about what is asked for, not about the connection. */
function forwarded(headers: IncomingHttpHeaders): Record<string, string> {
	const names = ['authorization', 'accept', 'content-type', 'content-disposition', 'memsource'];
	return Object.fromEntries(
		names
			.map((name): [string, string] => [name, headers[name]?.toString() ?? ''])
			.filter(([, value]) => value !== ''),
	);
}
