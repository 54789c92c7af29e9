import type { Duplex, Readable } from 'node:stream';

/**
 * Passes bytes on through a stream that changes or watches them.
 *
 * @param source where the bytes come from; it is destroyed when the result is
 * @param target what the bytes go through
 * @param toError turns the source's error into the one that the result ends with
 * @returns the target, to read from
 */
export function relay(source: Readable, target: Duplex, toError: (error: Error) => Error): Readable {
	source.once('error', (error) => target.destroy(toError(error)));
	target.once('close', () => source.destroy());
	// The error may come before the taker listens: it must not end the process. The target keeps it for the taker.
	target.on('error', () => undefined);
	return source.pipe(target);
}
