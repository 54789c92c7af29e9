import { readCallbackBody, type WebhookRequest } from '../../../core/callbacks/readCallbackBody';

const LIMIT = 100;

/** A request whose body n8n reads so, or cannot read. */
function request(
	body: string | Error,
	headers: WebhookRequest['headers'] = {},
): WebhookRequest & { reads: number } {
	const asked = {
		headers,
		reads: 0,
		rawBody: undefined as Buffer | undefined,
		readRawBody: async () => {
			asked.reads += 1;
			if (body instanceof Error) throw body;
			asked.rawBody = Buffer.from(body);
		},
	};
	return asked;
}

it('gives the body as it came', async () => {
	const body = '{"a":{"b":[1,null,"ž🦊"]},"__proto__":{"c":1}}';
	const read = await readCallbackBody(request(body), LIMIT);
	expect(JSON.stringify(read)).toBe(body);
	expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

it('passes over a byte order mark', async () => {
	expect(await readCallbackBody(request('\ufeff{"a":1}'), LIMIT)).toEqual({ a: 1 });
});

it('does not read what says that it is too long', async () => {
	const long = request('{}', { 'content-length': '101' });
	await expect(readCallbackBody(long, LIMIT)).rejects.toMatchObject({ status: 413 });
	expect(long.reads).toBe(0);
});

it('measures bytes, not characters', async () => {
	await expect(readCallbackBody(request(`{"a":"${'ž'.repeat(47)}"}`), LIMIT)).rejects.toMatchObject({
		status: 413,
	});
	await expect(readCallbackBody(request(`{"a":"${'ž'.repeat(46)}"}`), LIMIT)).resolves.toBeDefined();
});

it('says what n8n found too long', async () => {
	const tooLarge = Object.assign(new Error('request entity too large'), { type: 'entity.too.large' });
	await expect(readCallbackBody(request(tooLarge), LIMIT)).rejects.toMatchObject({
		status: 413,
		message: 'The body is too long',
	});
});

it('says nothing more about what n8n could not read', async () => {
	await expect(readCallbackBody(request(new Error('incorrect header check')), LIMIT)).rejects.toMatchObject({
		status: 400,
		message: 'Could not read the body',
	});
});
