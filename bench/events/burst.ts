import { Pool } from 'undici';

/** Calls under way at once. */
const CONCURRENCY = 50;

/** How a burst of calls was answered. */
export interface Burst {
	/** How many answers were not a 200. */
	refused: number;
}

/**
 * Posts bodies to a URL, as many at once as one sender does.
 *
 * @param headers of every call
 */
export async function burst(
	url: string,
	bodies: readonly string[],
	headers: Record<string, string>,
): Promise<Burst> {
	const { origin, pathname } = new URL(url);
	const pool = new Pool(origin, { connections: CONCURRENCY });
	const rest = bodies.values();
	let refused = 0;
	const work = async () => {
		for (const body of rest) {
			const answer = await pool.request({
				method: 'POST',
				path: pathname,
				headers: { 'content-type': 'application/json', ...headers },
				body,
			});
			await answer.body.dump();
			if (answer.statusCode !== 200) refused += 1;
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, work));
	await pool.close();
	return { refused };
}
