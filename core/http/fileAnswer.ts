import type { PhraseStream } from './client.types';
import { firstByte } from './decode';
import { PhraseError } from './errors';

/** What a download from TMS accepts. No client of Phrase insists on one media type, and neither does this one. */
export const ANY_FILE = 'application/octet-stream, */*;q=0.8';

/**
 * Checks that an answer holds a file, and not what a proxy or a log-in page sends with the same status.
 *
 * @param expectedName name that the file will have; a file that is HTML itself has it in its name
 * @throws PhraseError when there are no bytes, or a page in place of the file; the bytes are not received then
 */
export async function assertFile(
	{ status, headers, body }: PhraseStream,
	expectedName: string,
): Promise<void> {
	const isPage =
		/^(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '') &&
		headers['content-disposition'] === undefined &&
		!/\.x?html?$/i.test(expectedName);
	if (isPage) {
		body.destroy();
		throw new PhraseError({
			kind: 'unusable',
			message: 'A web page came in place of the file, so it does not come from Phrase',
			description:
				'Check the region or the URL in the credential, and whether a proxy answers in place of Phrase.',
			httpCode: status,
		});
	}
	if ((await firstByte(body)) !== undefined) return;
	throw new PhraseError({
		kind: 'perhapsDone',
		message: 'Phrase sent no bytes in place of the file',
		description: 'Try again later. If it stays so, look in Phrase whether the file is there.',
		httpCode: status,
	});
}
