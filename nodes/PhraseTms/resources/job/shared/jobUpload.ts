import { contentDisposition } from '../../../../../core/http/fileName';
import { asciiJson } from '../../../../../core/http/jsonBody';
import type { ByteSource, PhraseRequest, Undecided } from '../../../../../core/http/request';

/**
 * Sends a file for jobs, with what Phrase is to know of it.
 * Source: createJob, updateSource and updateTarget, whose headers are `Memsource` and `Content-Disposition`.
 */
export function withJobFile(request: Undecided, file: ByteSource, meta: object): PhraseRequest {
	return request
		.repeatable('refused')
		.header('Memsource', asciiJson(meta))
		.header('Content-Disposition', contentDisposition(file.fileName))
		.bytes(file);
}
