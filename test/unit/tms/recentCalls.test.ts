import type { PhraseClient } from '../../../core/http/client.types';
import { recentCalls } from '../../../nodes/PhraseTms/resources/webhook/shared/recentCalls';

/** Seconds since 1970. */
const SINCE = 1_800_000_000;

/** A list of calls, in pages of 50, made at moments after the first one of the window, in seconds. */
function listOf(moments: number[]): { client: PhraseClient; pagesRead: () => number } {
	let pagesRead = 0;
	const list = moments.map((more, index) => ({
		uid: `call ${index}`,
		createdAt: new Date((SINCE + more) * 1000).toISOString(),
	}));
	const send = async ({ target }: { target: string }) => {
		pagesRead += 1;
		const page = Number(new URL(target, 'http://phrase').searchParams.get('pageNumber'));
		const content = list.slice(page * 50, page * 50 + 50);
		const body = { content, totalPages: Math.ceil(list.length / 50) };
		return await Promise.resolve({ status: 200, headers: {}, body });
	};
	const open = async () => await Promise.reject(new Error('not needed'));
	return { client: { send, open }, pagesRead: () => pagesRead };
}

it('reads on while there may be calls of the first moment of the window', async () => {
	const { client } = listOf(Array.from({ length: 60 }, () => 0));
	const { calls, complete } = await recentCalls(client, 'w1', SINCE);
	expect([calls.length, complete]).toEqual([60, true]);
});

it('ends with the first page of nothing but older calls', async () => {
	const { client, pagesRead } = listOf(Array.from({ length: 200 }, (_, index) => 49 - index));
	const { complete, includesNewest } = await recentCalls(client, 'w1', SINCE);
	expect([pagesRead(), complete, includesNewest]).toEqual([2, true, true]);
});
