import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DELETE } from '../../../core/http/request';
import type { PhraseClient } from '../../../core/http/client.types';
import { none } from '../../../core/endings/none';
import type { Call } from '../../../core/operation/operation';

it('sends the request, and the item says what was done', async () => {
	const received: string[] = [];
	const server = createServer((request, response) => {
		received.push(`${request.method ?? ''} ${request.url ?? ''}`);
		response.writeHead(204).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const send: PhraseClient['send'] = async ({ method, target }) => {
		const { status } = await fetch(`http://127.0.0.1:${port}${target}`, { method });
		return { status, headers: {}, body: undefined };
	};
	const call = { values: { uid: 'a b' }, client: { send }, request: () => DELETE`/projects/${'a b'}` };
	const ending = none(({ uid }: { uid: string }) => ({ uid, deleted: true }));

	expect(await ending.run([call as unknown as Call<{ uid: string }>])).toEqual([
		[{ json: { uid: 'a b', deleted: true } }],
	]);
	expect(received).toEqual(['DELETE /projects/a%20b']);
	await new Promise((resolve) => server.close(resolve));
});
