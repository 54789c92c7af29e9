import { badRequest } from '../errors';
import type { Call } from './call';

/**
 * The file name that `Content-Disposition` gives, of which the contract has checked the form. `filename*` goes first.
 *
 * @throws ApiError 400 when there is none
 */
export function fileNameOf({ headers }: Call): string {
	const disposition = headers['content-disposition'] ?? '';
	const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
	try {
		if (extended !== undefined) return decodeURIComponent(extended.trim());
	} catch {
		throw badRequest('InvalidParameters', 'Content-Disposition: filename* is not percent-encoded UTF-8.');
	}
	const name = /filename="?([^";]+)"?/.exec(disposition)?.[1];
	if (name === undefined) throw badRequest('InvalidParameters', 'Content-Disposition has no file name.');
	return name;
}
