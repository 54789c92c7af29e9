import {
	pathOf,
	readCallbackContext,
	signCallbackUrl,
	type CallbackContext,
	type CallbackQuery,
} from '../../../core/callbacks/callbackUrl';
import { CallbackRejected } from '../../../core/callbacks/callbackRejected';

const secret = 'a secret of the credential';
const context = { kind: 'asyncRequest', projectUid: 'aBc123', jobUid: 'J0b', targetLang: 'cs_cz' } as const;
const expiresAt = new Date('2030-01-02T00:00:00Z');
const before = new Date('2030-01-01T00:00:00Z');
const receiver = 'https://n8n.example.com/webhook/0b1c/webhook';
const paths = ['/webhook/0b1c/webhook'];

/** Reads a query as the receiver does. */
function read(query: CallbackQuery, now = before, known: { secret: string | undefined } = { secret }) {
	return readCallbackContext(query, { ...known, paths, now });
}

/** The query as a web server hands it over: a parameter given twice is an array. */
function queryOf(url: string): Record<string, string | string[]> {
	const parameters = new URL(url).searchParams;
	return Object.fromEntries(
		[...new Set(parameters.keys())].map((name) => {
			const values = parameters.getAll(name);
			return [name, values.length === 1 ? (values[0] ?? '') : values];
		}),
	);
}

function signed(options: Partial<{ secret: string; expiresAt: Date }> = {}): CallbackQuery {
	return queryOf(signCallbackUrl(receiver, context, { secret, expiresAt, ...options }));
}

/** Status and message of the rejection; fails when the query is taken. */
function rejectionOf(query: CallbackQuery, now = before, usedSecret = secret): CallbackRejected {
	try {
		read(query, now, { secret: usedSecret });
	} catch (error) {
		if (error instanceof CallbackRejected) return error;
		throw error;
	}
	throw new Error('The query was taken');
}

describe('signCallbackUrl', () => {
	it('keeps the receiver and its query, character for character', () => {
		const url = signCallbackUrl(`${receiver}?a=b%20c&flag&a=d+e&signature=x%2By`, context, {
			secret,
			expiresAt,
		});
		expect(url.startsWith(`${receiver}?a=b%20c&flag&a=d+e&signature=x%2By&phraseContext=`)).toBe(true);
	});

	it('replaces what an earlier signing left', () => {
		const once = signCallbackUrl(
			receiver,
			{ kind: 'asyncRequest', jobUid: 'other' },
			{ secret: 'other', expiresAt },
		);
		const twice = signCallbackUrl(once, context, { secret, expiresAt });
		expect(twice).toBe(signCallbackUrl(receiver, context, { secret, expiresAt }));
	});

	it('removes an earlier signature when there is no secret any more', () => {
		const once = signCallbackUrl(receiver, context, { secret, expiresAt });
		expect(queryOf(signCallbackUrl(once, context, { expiresAt }))).not.toHaveProperty('phraseSignature');
	});

	it('leaves empty texts out of the context', () => {
		const url = signCallbackUrl(receiver, { ...context, targetLang: '' }, { secret, expiresAt });
		expect(read(queryOf(url)).context).not.toHaveProperty('targetLang');
	});

	it.each([
		'',
		'webhook/1',
		'/webhook/1',
		'ftp://example.com/x',
		'javascript:alert(1)',
		'file:///etc/passwd',
	])('refuses %j', (url) => {
		expect(() => signCallbackUrl(url, context, { secret, expiresAt })).toThrow('full http or https URL');
	});

	it('refuses a context that makes the URL too long for servers', () => {
		const huge = { kind: 'connectorTask', file: 'x'.repeat(4000) } as const;
		expect(() => signCallbackUrl(receiver, huge, { secret, expiresAt })).toThrow('too long');
	});

	it('takes a context of 4096 characters, and none of more', () => {
		const ofLength = (length: number) => ({ kind: 'connectorTask', file: 'x'.repeat(length) }) as const;
		const longest =
			3072 - JSON.stringify({ context: ofLength(0), expiresAt: expiresAt.getTime() / 1000 }).length;
		const query = queryOf(signCallbackUrl(receiver, ofLength(longest), { secret, expiresAt }));
		expect(query.phraseContext).toHaveLength(4096);
		expect(read(query)).toEqual({ context: ofLength(longest), signed: true });
		expect(() => signCallbackUrl(receiver, ofLength(longest + 1), { secret, expiresAt })).toThrow('too long');
	});
});

describe('readCallbackContext with a secret', () => {
	it('reads back what was signed', () => {
		expect(read(signed(), before)).toEqual({ context, signed: true });
	});

	it('reads back any character', () => {
		const unusual: CallbackContext & { kind: 'connectorTask' } = {
			kind: 'connectorTask',
			file: 'Übersicht 日本 🦊 "%&=?#+/.docx',
			folder: '\u0000\u2028',
			kľúč: 'ž',
		};
		const url = signCallbackUrl(receiver, unusual, { secret: 'tajný 🔑', expiresAt });
		expect(read(queryOf(url), before, { secret: 'tajný 🔑' })).toEqual({ context: unusual, signed: true });
	});

	it.each(['phraseContext', 'phraseSignature'])('rejects a call without %s', (name) => {
		const { [name]: _, ...rest } = signed();
		expect(rejectionOf(rest)).toMatchObject({ status: 401, message: 'The callback URL is not signed' });
	});

	it('rejects a URL that was made without a secret', () => {
		expect(rejectionOf(queryOf(signCallbackUrl(receiver, context, { expiresAt })))).toMatchObject({
			status: 401,
		});
	});

	it('rejects another secret', () => {
		expect(rejectionOf(signed({ secret: `${secret} ` }))).toMatchObject({ status: 403 });
	});

	it('rejects from the second of the expiry on', () => {
		expect(read(signed(), new Date(expiresAt.getTime() - 1))).toMatchObject({
			signed: true,
		});
		expect(rejectionOf(signed(), expiresAt)).toMatchObject({
			status: 403,
			message: 'The callback URL has expired',
		});
	});

	describe.each(['phraseContext', 'phraseSignature'])('with a changed %s', (name) => {
		const original = String(signed()[name]);

		it('rejects another character at every position', () => {
			for (let position = 0; position < original.length; position++) {
				for (const other of 'AZaz09-_+/=.%~ \u0000é') {
					if (other === original[position]) continue;
					const changed = `${original.slice(0, position)}${other}${original.slice(position + 1)}`;
					expect(rejectionOf({ ...signed(), [name]: changed })).toMatchObject({ status: 403 });
				}
			}
		});

		it('rejects every truncation', () => {
			for (let length = 0; length < original.length; length++) {
				expect(rejectionOf({ ...signed(), [name]: original.slice(0, length) })).toMatchObject({
					status: 403,
				});
			}
		});

		it.each(['A', '=', '==', '\n', ' ', '%00'])('rejects %j behind it', (more) => {
			expect(rejectionOf({ ...signed(), [name]: `${original}${more}` })).toMatchObject({ status: 403 });
		});

		it.each([[[original, original]], [[original]], [{ 0: original }], [null], [42], [true]])(
			'rejects %j, as from a parameter given twice or nested',
			(value) => {
				expect(rejectionOf({ ...signed(), [name]: value })).toMatchObject({ status: 403 });
			},
		);

		it('rejects a huge value', () => {
			expect(rejectionOf({ ...signed(), [name]: 'A'.repeat(5_000_000) })).toMatchObject({ status: 403 });
		});
	});

	it('rejects the signature of another context', () => {
		const other = queryOf(signCallbackUrl(receiver, { ...context, jobUid: 'other' }, { secret, expiresAt }));
		expect(rejectionOf({ ...signed(), phraseContext: other.phraseContext })).toMatchObject({ status: 403 });
	});

	it.each([
		['another trigger', 'https://n8n.example.com/webhook/other/webhook'],
		['an execution', 'https://n8n.example.com/webhook-waiting/1'],
		['the test URL', 'https://n8n.example.com/webhook-test/0b1c/webhook'],
		['a longer path', `${receiver}/more`],
	])('rejects a URL that was made for %s', (_, other) => {
		expect(rejectionOf(queryOf(signCallbackUrl(other, context, { secret, expiresAt })))).toMatchObject({
			status: 403,
			message: 'The signature of the callback URL is not valid',
		});
	});

	it('takes a URL that was made for any of the paths of the receiver', () => {
		const known = ['/n8n/webhook/0b1c/webhook', ...paths].map(pathOf);
		for (const url of [receiver, `${receiver}/`, 'http://localhost:5678/n8n/webhook/0b1c/webhook?a=b']) {
			const query = queryOf(signCallbackUrl(url, context, { secret, expiresAt }));
			expect(readCallbackContext(query, { secret, paths: known, now: before })).toEqual({
				context,
				signed: true,
			});
		}
	});

	it('rejects everything where the receiver does not know its path', () => {
		expect(() => readCallbackContext(signed(), { secret, paths: [], now: before })).toThrow('not valid');
	});

	it('rejects a later expiry under the old signature', () => {
		const later = signed({ expiresAt: new Date('2040-01-01') });
		expect(rejectionOf({ ...signed(), phraseContext: later.phraseContext })).toMatchObject({ status: 403 });
	});

	it('says nothing about the secret, the context or the right signature', () => {
		const { message } = rejectionOf({ ...signed(), phraseSignature: 'x' });
		expect(message).toBe('The signature of the callback URL is not valid');
	});
});

describe.each([undefined, ''])('readCallbackContext with the secret %j', (none) => {
	it('hands on an unsigned context, marked', () => {
		const query = queryOf(signCallbackUrl(receiver, context, { secret: none, expiresAt }));
		expect(query).not.toHaveProperty('phraseSignature');
		expect(read(query, before, { secret: none })).toEqual({ context, signed: false });
	});

	it('does not call a signature proven that it cannot check', () => {
		expect(read(signed(), before, { secret: none })).toEqual({ context, signed: false });
	});

	const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

	it.each([
		['nothing', undefined],
		['no base64url JSON', '%%%'],
		['an array', ['a', 'b']],
		['a huge value', 'A'.repeat(1_000_000)],
		[
			'a context that is longer than any of ours',
			encoded({ context: { jobUid: 'x'.repeat(3100) }, expiresAt: 1 }),
		],
		['another shape', encoded({ jobUid: 'J0b' })],
		['nested values', encoded({ context: { jobUid: { $ne: null } }, expiresAt: 1 })],
		['no expiry', encoded({ context })],
	])('ignores %s', (_, phraseContext) => {
		expect(read({ phraseContext }, before, { secret: none })).toEqual({ signed: false });
	});

	it('leaves the prototype of the context alone', () => {
		const phraseContext = Buffer.from('{"context":{"__proto__":"x","jobUid":"J0b"},"expiresAt":1}').toString(
			'base64url',
		);
		const proven = read({ phraseContext }, before, { secret: none }).context ?? {};
		expect(Object.getPrototypeOf(proven)).toBe(Object.prototype);
		expect(proven.jobUid).toBe('J0b');
	});
});
