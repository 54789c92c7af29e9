import { ParameterError } from '../../../core/http/errors';
import { asciiJson, CLEARED, withoutEmpty } from '../../../core/http/jsonBody';
import { GET, PATCH, POST } from '../../../core/http/request';
import { toRefusalError } from '../../../core/http/refusal';

describe('the path', () => {
	it.each([
		['a/b', '/jobs/a%2Fb'],
		['a?b#c', '/jobs/a%3Fb%23c'],
		['%2e%2e', '/jobs/%252e%252e'],
		['příručka', '/jobs/p%C5%99%C3%ADru%C4%8Dka'],
		[' x ', '/jobs/x'],
	])('keeps %j in one segment', (value, path) => {
		expect(GET`/jobs/${value}`.target).toBe(path);
	});

	it.each(['', '  ', '.', '..', 'a\ud83d', '\ude00b'])('refuses %j and says where', (value) => {
		const make = () => GET`/projects/${'p'}/jobs/${value}/parts`;
		expect(make).toThrow(ParameterError);
		expect(make).toThrow(/^The part of the path after '\/projects\/p\/jobs\/' (is|holds) /);
	});
});

describe('what a request is about', () => {
	it.each([
		[GET`/api2/v1/projects/${'xyz'}/jobs/${'abc'}`, 'job abc in project xyz'],
		[GET`/api2/v1/connectors/${12}/folders/${'L2RvY3M'}`, 'folder L2RvY3M in connector 12'],
		[GET`/api2/v1/async/${'381708066'}`, 'asynchronous request 381708066'],
		[GET`/api2/v1/projects/${' xyz '}/jobs`, 'project xyz'],
		[GET`/api2/v1/projects/${'xyz'}/jobs/batch`, undefined],
		[GET`/api2/v1/somethingNew/${'abc'}`, undefined],
		[GET`/api2/v1/projects`, undefined],
	])('is said in words, which %#', (request, words) => {
		expect(request.subject).toBe(words);
	});

	it('is what was not found', () => {
		const { subject } = GET`/api2/v1/projects/${'xyz'}/jobs/${'abc'}`;
		const error = (status: number) =>
			toRefusalError({ status, headers: {}, text: '' }, { product: 'tms', repeat: 'always', subject });
		expect(error(404).message).toBe('Job abc in project xyz was not found (HTTP 404)');
		expect(error(403).message).not.toContain('abc');
	});
});

describe('the query', () => {
	it('repeats the key of a list and leaves out what is empty', () => {
		const request = GET`/jobs`.query({
			status: ['NEW', 'ACCEPTED'],
			name: '',
			page: 0,
			all: false,
			x: undefined,
		});
		expect(request.target).toBe('/jobs?status=NEW&status=ACCEPTED&page=0&all=false');
	});

	it('refuses what cannot be written in UTF-8, by the name of its key', () => {
		expect(() => GET`/jobs`.query({ filename: 'a\ud83d' }).target).toThrow(
			new ParameterError("The value of 'filename' holds half of a character (a lone surrogate)"),
		);
	});

	it('encodes values', () => {
		expect(GET`/jobs`.query({ name: 'a&b=č' }).target).toBe('/jobs?name=a%26b%3D%C4%8D');
	});
});

it('a request is a value: adding to it leaves it as it was', () => {
	const bare = GET`/jobs`;
	bare.query({ a: 1 }).header('X', 'y').json({ b: 2 });
	expect([bare.target, bare.headers, bare.body]).toEqual(['/jobs', {}, undefined]);
});

it('JSON leaves out what the user left empty, but not false and 0', () => {
	const value = {
		a: '',
		b: undefined,
		c: null,
		d: [],
		e: {},
		f: { g: '' },
		h: false,
		i: 0,
		j: [{ k: 'x', l: '' }],
	};
	expect(withoutEmpty(value)).toEqual({ h: false, i: 0, j: [{ k: 'x' }] });
	expect(POST`/jobs`.repeatable('refused').json({}).body).toEqual({ kind: 'json', value: {} });
});

it('JSON sends null for what is cleared, wherever that stands', () => {
	const value = { note: CLEARED, due: '', client: { id: CLEARED }, steps: [{ owner: CLEARED }] };
	expect(PATCH`/jobs/${'j'}`.repeatable('always').json(value).body).toEqual({
		kind: 'json',
		value: { note: null, client: { id: null }, steps: [{ owner: null }] },
	});
	expect(asciiJson(value)).toBe('{"note":null,"client":{"id":null},"steps":[{"owner":null}]}');
});

it('JSON in a header is printable ASCII and means the same', () => {
	const value = { path: 'docs/příručka – 指南 😀\n\u007f' };
	const text = asciiJson(value);
	expect(text).toMatch(/^[\x20-\x7e]+$/);
	expect(JSON.parse(text)).toEqual(value);
});
