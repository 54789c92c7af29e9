/** The Phrase products; each writes its errors in its own form. */
export type Product = 'tms' | 'languageAi' | 'platform';

/** A refusal that the sandbox answers with. */
export class ApiError extends Error {
	/**
	 * @param status - HTTP status
	 * @param code - the product's error code, for example `JOB_NOT_READY`
	 * @param description - what is wrong, for people
	 */
	constructor(
		readonly status: number,
		readonly code: string,
		readonly description: string,
	) {
		super(`${status} ${code}: ${description}`);
	}
}

/** 401 of a missing, unknown, expired or revoked token. */
export function unauthorized(): ApiError {
	return new ApiError(401, 'AuthUnauthorized', 'Unauthorized access.');
}

/**
 * @param what - for example `Project`
 * @param id - what was looked for
 */
export function notFound(what: string, id: string): ApiError {
	return new ApiError(404, 'NotFound', `${what} ${id} not found.`);
}

/** 400 of a request that is well formed but asks for something that cannot be. */
export function badRequest(code: string, description: string): ApiError {
	return new ApiError(400, code, description);
}

/**
 * The error as the product's JSON: TMS `{errorCode, errorDescription}`, Language AI a problem
 * `{type, title, status, detail, arguments}`, the Platform OAuth's `{error, error_description}`.
 */
export function errorBody(product: Product, error: ApiError): Record<string, unknown> {
	if (product === 'tms') return { errorCode: error.code, errorDescription: error.description };
	if (product === 'platform') {
		const code = error.code === 'InvalidParameters' ? 'invalid_request' : error.code;
		return { error: code, error_description: error.description };
	}
	return {
		type: 'about:blank',
		title: error.code,
		status: error.status,
		detail: error.description,
		arguments: [],
	};
}
