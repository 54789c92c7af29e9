import { Readable } from 'node:stream';
import type { ByteSource } from '../../../core/http/request';
import { resources } from '../../../nodes/PhraseTms/resources';

const tools = { callbackUrl: () => 'https://example.com/told' };

/** The request of API > Call. */
function requestOf(
	endpoint: string,
	given: { values?: object; files?: Record<string, ByteSource[]>; options?: object; notify?: string } = {},
) {
	const { values = {}, files = {}, options = {}, notify } = given;
	const names = Object.fromEntries(Object.keys(files).map((name) => [name, [name]]));
	const request = resources.api?.operations.call?.request?.(
		{
			endpoint,
			options,
			...(notify !== undefined && { notify, callbackUrl: 'https://example.com/told' }),
			jsonParameters: { values: { ...values, ...names }, files, timezone: 'Europe/Prague' },
		},
		tools,
	);
	if (request === undefined) throw new Error('The operation makes no request');
	return request;
}

const file: ByteSource = {
	fileName: 'Grüße.md',
	mimeType: 'text/markdown',
	open: async () => await Promise.resolve(Readable.from(['a'])),
};

test('sends JSON as it was given, and points in time in UTC', () => {
	const { body } = requestOf('PATCH /api2/v1/projects/{projectUid}', {
		values: { projectUid: 'a', note: '', dateDue: '2030-07-01T12:00:00' },
	});
	expect(body).toEqual({ kind: 'json', value: { note: '', dateDue: '2030-07-01T10:00:00.000Z' } });
});

test('sends an empty object where a body has to be, and none where there is none', () => {
	expect(
		requestOf('DELETE /api2/v1/projects/{projectUid}', { values: { projectUid: 'a' } }).body,
	).toBeUndefined();
	const { body } = requestOf('POST /api2/v1/clients', { values: {}, options: { checkParameters: false } });
	expect(body).toEqual({ kind: 'json', value: {} });
});

test('puts metadata and the name of a file into headers', () => {
	const { headers, body } = requestOf('POST /api2/v1/projects/{projectUid}/jobs', {
		values: { projectUid: 'a', targetLangs: 'de,fr' },
		files: { file: [file] },
		notify: 'url',
	});
	expect(JSON.parse(headers.memsource ?? '')).toEqual({
		targetLangs: ['de', 'fr'],
		callbackUrl: 'https://example.com/told',
	});
	expect(headers['content-disposition']).toContain("filename*=UTF-8''Gr%C3%BC%C3%9Fe.md");
	expect(body).toMatchObject({ kind: 'bytes', source: file });
});

test('takes another name for the file', () => {
	const { headers } = requestOf('POST /api2/v1/glossaries/{glossaryUid}/upload', {
		values: { glossaryUid: 'a', fileName: 'other.tbx' },
		files: { file: [file] },
	});
	expect(headers['content-disposition']).toContain('other.tbx');
});

test('sends several files and JSON as parts of a form', () => {
	const { body } = requestOf('POST /api2/v2/projects/{projectUid}/references', {
		values: { projectUid: 'a', note: 'read this' },
		files: { file: [file, file] },
	});
	expect(body).toMatchObject({
		kind: 'multipart',
		parts: [{ name: 'file' }, { name: 'file' }, { name: 'json', json: { note: 'read this' } }],
	});
});

test('refuses JSON beside a file where one excludes the other', () => {
	const values = { name: 'a', url: 'https://example.com' };
	expect(() => requestOf('POST /api2/v1/files', { values, files: { file: [file] } })).toThrow(
		"'file' and 'name', 'url' exclude each other",
	);
	expect(requestOf('POST /api2/v1/files', { values }).body).toMatchObject({ kind: 'json', value: values });
	expect(() => requestOf('POST /api2/v1/files')).toThrow("at 'file': must not be empty");
});

test('passes on what it does not know when that is wanted, or when the endpoint is open', () => {
	const values = { projectUid: 'a', newMember: [1], purge: 'maybe' };
	const { target } = requestOf('DELETE /api2/v1/projects/{projectUid}', {
		values,
		options: { checkParameters: false },
	});
	expect(target).toBe('/api2/v1/projects/a?newMember=1&purge=maybe');
	const open = requestOf('POST /api2/v9/things?a=1&a=2', {
		values: { name: 'x', body: '{"y":null}', query: { b: 'c' } },
		notify: 'url',
	});
	expect(open.target).toBe('/api2/v9/things?a=1&a=2&b=c');
	expect(open.body).toEqual({
		kind: 'json',
		value: { y: null, name: 'x', callbackUrl: 'https://example.com/told' },
	});
	expect(requestOf('PUT /api2/v9/things', { values: { body: [1] } }).body).toEqual({
		kind: 'json',
		value: [1],
	});
});

test('refuses a callback that was given twice', () => {
	const values = { projectUid: 'a', jobs: [{ uid: 'a' }], callbackUrl: 'https://example.com' };
	expect(() =>
		requestOf('POST /api2/v3/projects/{projectUid}/jobs/preTranslate', { values, notify: 'url' }),
	).toThrow("'Callback URL' and the parameter 'callbackUrl' exclude each other");
});

test.each([
	['GET /api2/v1/projects', 'always'],
	['DELETE /api2/v9/things/1', 'always'],
	['PUT /api2/v9/things/1', 'always'],
	['POST /api2/v9/things', 'refused'],
	['PATCH /api2/v9/things/1', 'refused'],
	['PUT /api2/v3/projects/a/jobs/b/targetFile', 'refused'],
	['POST /api2/v1/transMemories/a/search', 'always'],
	['GET /api2/v2/projects/a/jobs/b/downloadTargetFile/c', 'never'],
])('%s may be sent again: %s', (endpoint, repeat) => {
	expect(requestOf(endpoint, { options: { checkParameters: false } }).repeat).toBe(repeat);
});
