import { Readable } from 'node:stream';
import { readJson } from '../../../core/http/answer';
import { LOOK_FIRST } from '../../../core/http/lookFirst';
import { GET, POST } from '../../../core/http/request';

const answer = (text: string) => ({
	status: 200,
	headers: {},
	body: Readable.from([Buffer.from(text)]),
	toError: (error: unknown) => error as Error,
});

describe('a JSON answer', () => {
	it('may be as long as the limit', async () => {
		expect((await readJson(answer('[1,2,3]'), GET`/a`, 7)).body).toEqual([1, 2, 3]);
	});

	it('must not be longer', async () => {
		const longer = readJson(answer('[1,2,34]'), GET`/a`, 7);
		await expect(longer).rejects.toMatchObject({
			kind: 'unusable',
			description: 'Ask for less at once: narrow the filters, or name fewer things.',
		});
	});

	it('that is too long may stand for something done', async () => {
		const longer = readJson(answer('[1,2,34]'), POST`/a`.repeatable('refused'), 7);
		await expect(longer).rejects.toMatchObject({
			description: expect.stringContaining(LOOK_FIRST) as string,
		});
	});

	it.each(['', ' ', '\n'])('of %j has no body', async (text) => {
		expect((await readJson(answer(text), GET`/a`)).body).toBeUndefined();
	});
});
