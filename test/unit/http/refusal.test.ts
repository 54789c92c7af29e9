import { toRefusalError } from '../../../core/http/refusal';
import { redact, secretsOf } from '../../../core/http/redact';

const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) =>
	toRefusalError(
		{ status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) },
		{ product: 'tms', repeat: 'always' },
	);

describe('an answer that is not a success', () => {
	it.each<[string, unknown, string | undefined, string | undefined]>([
		[
			'TMS',
			{ errorCode: 'AuthUnauthorized', errorDescription: 'Unauthorized access.' },
			'AuthUnauthorized',
			'Unauthorized access.',
		],
		[
			'TMS with details',
			{
				errorCode: 'Bad',
				errorDescription: 'Wrong',
				errorDetails: [{ code: 'x', message: 'The due date is past' }],
			},
			'Bad',
			'Wrong The due date is past.',
		],
		['an async request', { errorCode: 'Timeout', errorDesc: 'Took too long' }, 'Timeout', 'Took too long.'],
		[
			'Language AI',
			{
				type: 'about:blank',
				title: 'Bad Request',
				status: 400,
				detail: 'Unknown locale',
				arguments: [{ name: 'locale', value: 'xx' }],
			},
			undefined,
			'Unknown locale (locale: xx).',
		],
		[
			'Language AI with a type',
			{ type: 'INVALID_LOCALE', title: 'Invalid locale' },
			'INVALID_LOCALE',
			'Invalid locale.',
		],
		[
			'the Platform',
			{ error: 'invalid_grant', error_description: 'Token is revoked' },
			'invalid_grant',
			'Token is revoked.',
		],
		['a connector', { errors: [{ code: 'NO_FILE', message: 'File is gone' }] }, 'NO_FILE', 'File is gone.'],
		[
			'an odd member',
			{ errorCode: { a: 1 }, errorDescription: 'Still readable' },
			undefined,
			'Still readable.',
		],
	])('is read in the style of %s', (_style, body, code, words) => {
		const error = refusal(400, body);
		expect(error.errorCode).toBe(code);
		expect(error.description).toContain(`Phrase says: ${words ?? ''}`);
	});

	it.each(['<html><body><h1>502 Bad Gateway</h1></body></html>', '', 'plain text', '[1]', 'null', '"text"'])(
		'with the body %p shows none of it',
		(body) => {
			const error = refusal(502, body);
			expect(error.description).toBe(
				'Try again later. If it stays so, quote the Memsource-Action-Id to Phrase support.',
			);
			expect(error.errorCode).toBeUndefined();
		},
	);

	it.each([
		301, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 415, 418, 422, 429, 500, 501, 502, 503, 504,
	])('of status %i says what happened and what to do, in plain words', (status) => {
		const error = refusal(status, '');
		expect(error.message).toMatch(/^Phrase TMS .*\(HTTP \d{3}\)$/);
		expect(error.message).not.toMatch(/error|fail|problem|mistake/i);
		expect(error.description).toMatch(/[a-z]{4}.*\./);
		expect(error.httpCode).toBe(status);
	});

	it.each([408, 500, 502, 504])('of status %i to a call that creates says where to look first', (status) => {
		const error = toRefusalError({ status, headers: {}, text: '' }, { product: 'tms', repeat: 'refused' });
		expect(error.kind).toBe('perhapsDone');
		expect(error.description).toContain('look in Phrase before you run this again');
		expect(error.description).not.toContain('Try again later');
	});

	it('holds the Memsource-Action-Id', () => {
		const error = refusal(500, '', { 'memsource-action-id': 'abc123' });
		expect(error.actionId).toBe('abc123');
		expect(error.description).toContain('Memsource-Action-Id: abc123');
	});

	it('cuts endless descriptions', () => {
		expect(refusal(400, { errorDescription: 'x'.repeat(5000) }).description?.length).toBeLessThan(1200);
	});
});

describe('secrets', () => {
	it('are found in every kind of credential', () => {
		expect(
			secretsOf({
				authType: 'password',
				userName: 'somebody',
				password: 'pass-word',
				apiToken: 'api-token',
				platformApiToken: 'platform-token',
				callbackSigningSecret: 'signing-secret',
				oauthTokenData: { access_token: 'access-token', refresh_token: 'refresh-token', expires_in: 1 },
			}).sort(),
		).toEqual([
			'access-token',
			'api-token',
			'pass-word',
			'platform-token',
			'refresh-token',
			'signing-secret',
		]);
	});

	it('are taken out of texts', () => {
		expect(redact('Token abc.def is bad: abc.def', ['abc.def'])).toBe('Token *** is bad: ***');
	});

	it('are taken out whole when one holds another', () => {
		expect(redact('Not token-1-extended', ['token-1', 'token-1-extended'])).toBe('Not ***');
	});

	it.each([
		['a URL', 'ab%2Fcd%20%C3%A9%2Bf'],
		['a URL in small letters', 'ab%2fcd%20%c3%a9%2bf'],
		['a form', 'ab%2Fcd+%C3%A9%2Bf'],
		['a form in small letters', 'ab%2fcd+%c3%a9%2bf'],
	])('are taken out of %s, too', (_name, form) => {
		expect(redact(`Bad: subject_token=${form}&x=1`, ['ab/cd é+f'])).toBe('Bad: subject_token=***&x=1');
	});

	it('may hold anything', () => {
		expect(redact('Bad: \ud800 secret', ['\ud800 secret'])).toBe('Bad: ***');
	});

	it('are taken out of JSON, too', () => {
		const secret = 'say "abc"\n';
		expect(redact(JSON.stringify({ message: `Not ${secret}!` }), [secret])).toBe('{"message":"Not ***!"}');
	});

	it('are no secrets when they are as short as a word', () => {
		expect(redact('Not on', ['on', ''])).toBe('Not on');
	});
});
