import { PassThrough, type Duplex, type Readable } from 'node:stream';

/**
 * Passes bytes on, and tells errors of the source apart from errors of whoever takes the bytes.
 *
 * @param source where the bytes come from; it is destroyed when the result is
 * @param onSourceError turns the source's error into the one that the result ends with
 * @param target what the bytes go through
 * @returns the target, to read from
 */
export function relay(
	source: Readable,
	onSourceError: (error: Error) => Error,
	target: Duplex = new PassThrough(),
): Readable {
	// A stream that nobody reads yet must not end the process; whoever reads it later still gets the error.
	target.on('error', () => undefined);
	source.once('error', (error) => target.destroy(onSourceError(error)));
	target.once('close', () => source.destroy());
	// The error may come before the taker listens: it must not end the process. The target keeps it for the taker.
	target.on('error', () => undefined);
	return source.pipe(target);
}
