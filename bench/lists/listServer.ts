import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../sandbox';
import { makeCertificate } from '../../sandbox/tls';

/** A Phrase that has nothing but projects. */
export interface ListServer {
	/** Scheme, host and port. */
	url: string;
	caFile: string;
	/** How many projects there are from now on. */
	setCount(count: number): void;
	close(): Promise<void>;
}

/**
 * Starts a server of pages of projects, which takes the same time for each page however many there are: the sandbox
 * looks through all of them each time.
 */
export async function startListServer(): Promise<ListServer> {
	const certificate = await makeCertificate('127.0.0.1');
	const [before = '', after = ''] = (await aProject()).split('UID');
	let count = 0;
	const server = createServer({ ...certificate, keepAliveTimeout: 60_000 }, (request, response) => {
		const query = new URL(request.url ?? '', 'https://127.0.0.1').searchParams;
		const [pageNumber, pageSize] = [Number(query.get('pageNumber')), Number(query.get('pageSize') ?? 50)];
		const from = pageNumber * pageSize;
		const here = Math.max(0, Math.min(pageSize, count - from));
		const rows = Array.from({ length: here }, (_, index) => `${before}project${from + index}${after}`);
		const totals = `"totalElements":${count},"totalPages":${Math.ceil(count / pageSize)},"pageSize":${pageSize}`;
		const body = `{${totals},"pageNumber":${pageNumber},"numberOfElements":${here},"content":[${rows.join()}]}`;
		response.writeHead(200, {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
		});
		response.end(body);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		caFile: certificate.caFile,
		setCount: (wanted) => void (count = wanted),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await certificate.remove();
		},
	};
}

/** JSON of a project as Phrase lists it, with `UID` for its uid. */
async function aProject(): Promise<string> {
	const sandbox = await startSandbox();
	try {
		const { tmsUrl, apiToken } = sandbox.credentials.phraseTmsApiToken;
		const headers = { authorization: `ApiToken ${apiToken}` };
		const answer = await fetch(`${tmsUrl}/api2/v1/projects?pageSize=1`, { headers });
		const { content } = (await answer.json()) as { content: object[] };
		return JSON.stringify({ ...content[0], uid: 'UID' });
	} finally {
		await sandbox.close();
	}
}
