import { readCallbackEvent } from '../../../core/callbacks/readCallbackEvent';

const request = (asyncResponse: unknown) => ({
	asyncRequest: { id: '381708066', action: 'EXPORT_COMPLETE_FILE', asyncResponse },
	jobPart: { uid: 'J0b' },
});

describe('a TMS async request', () => {
	it('has succeeded when its response has no error code', () => {
		expect(readCallbackEvent(request({ dateCreated: '2030-01-01T00:00:00Z', errorCode: null }), {})).toEqual({
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			asyncRequestId: '381708066',
			succeeded: true,
		});
	});

	it('has failed when its response has one', () => {
		const details = [{ code: 'x', args: { a: 'b' }, message: 'm' }];
		const body = request({ errorCode: 'JOB_NOT_READY', errorDesc: 'Not ready', errorDetails: details });
		expect(readCallbackEvent(body, {})).toEqual({
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			asyncRequestId: '381708066',
			succeeded: false,
			error: { errorCode: 'JOB_NOT_READY', message: 'Not ready', details },
		});
	});

	it('has failed even when the rest of the failure is of unexpected types', () => {
		const body = request({ errorCode: 'E', errorDesc: 5, errorDetails: 'none' });
		expect(readCallbackEvent(body, {})).toMatchObject({
			succeeded: false,
			error: { errorCode: 'E', message: null, details: [] },
		});
	});

	it.each([
		['no response', undefined],
		['no response yet', null],
		['a response of another type', 'done'],
		['an error code of another type', { errorCode: 5 }],
		['an empty error code', { errorCode: '' }],
	])('does not tell its outcome with %s', (_, response) => {
		expect(readCallbackEvent(request(response), {})).toMatchObject({ kind: 'asyncRequest', succeeded: null });
	});

	it('may have an action nobody knows, or none', () => {
		expect(readCallbackEvent({ asyncRequest: { id: 7, action: 'NEW_ONE' } }, {})).toMatchObject({
			asyncRequestId: '7',
			action: 'NEW_ONE',
		});
		expect(readCallbackEvent({ asyncRequest: { id: '7', action: 5 } }, {})).toMatchObject({ action: null });
	});
});

describe('a Language AI file translation', () => {
	const body = (...statuses: unknown[]) => ({
		uid: 'f1',
		actions: [
			{
				actionType: 'MT_GENERIC_PRETRANSLATE',
				results: statuses.map((status) => ({ targetLang: 'cs', status })),
			},
			{ actionType: 'QUALITY_ESTIMATION', results: [{ targetLang: 'cs', status: 'OK' }] },
		],
	});

	it.each([
		[true, ['OK', 'OK']],
		[null, ['OK', 'RUNNING']],
		[null, ['OK', 'PAUSED']],
		[null, ['OK', 5]],
		[null, []],
	])('reads %j from %j', (succeeded, statuses) => {
		expect(readCallbackEvent(body(...statuses), {})).toEqual({
			kind: 'fileTranslation',
			action: null,
			fileTranslationUid: 'f1',
			succeeded,
		});
	});

	it('has failed when one result is in ERROR, even while others run', () => {
		expect(readCallbackEvent(body('RUNNING', 'ERROR'), {})).toMatchObject({
			succeeded: false,
			error: {
				message: 'Phrase reports ERROR for MT_GENERIC_PRETRANSLATE cs',
				details: [{ actionType: 'MT_GENERIC_PRETRANSLATE', targetLang: 'cs', status: 'ERROR' }],
			},
		});
	});

	it('does not tell its outcome without actions', () => {
		expect(readCallbackEvent({ uid: 'f1', actions: [] }, {})).toMatchObject({ succeeded: null });
	});

	it('is told by the context when the body has another shape', () => {
		expect(readCallbackEvent({ done: true }, { kind: 'fileTranslation' })).toEqual({
			kind: 'fileTranslation',
			action: null,
			succeeded: null,
		});
	});
});

describe('a connector task', () => {
	it.each([
		[{ id: 't1', action: 'API_DOWNLOAD', fileName: 'a.docx' }, 'API_DOWNLOAD'],
		[{ taskId: 't1' }, null],
		[{ asyncTaskId: 't1', status: 'OK' }, null],
	])('is told by its body %j, success not concluded', (body, action) => {
		expect(readCallbackEvent(body, {})).toEqual({
			kind: 'connectorTask',
			action,
			taskId: 't1',
			succeeded: null,
		});
	});

	it.each([
		[{ errorMessage: 'No such file' }, { errorCode: null, message: 'No such file', details: [] }],
		[
			{ errorCode: 'E', error: 'No' },
			{ errorCode: 'E', message: 'No', details: [] },
		],
		[{ errors: [{ code: 'E' }] }, { errorCode: null, message: null, details: [{ code: 'E' }] }],
	])('has failed with %j', (failure, error) => {
		expect(readCallbackEvent({ taskId: 't1', ...failure }, {})).toMatchObject({ succeeded: false, error });
	});

	it('has not failed with an empty list of errors', () => {
		expect(readCallbackEvent({ taskId: 't1', errors: [], errorMessage: null }, {})).toMatchObject({
			succeeded: null,
		});
	});

	it('is told by the context when the body has another shape', () => {
		expect(readCallbackEvent({ hello: 'world' }, { kind: 'connectorTask' })).toEqual({
			kind: 'connectorTask',
			action: null,
			succeeded: null,
		});
	});

	it('is told by the context even when Phrase answers as for an async request', () => {
		expect(readCallbackEvent(request({ errorCode: 'E' }), { kind: 'connectorTask' })).toMatchObject({
			kind: 'connectorTask',
			asyncRequestId: '381708066',
			succeeded: false,
		});
	});
});

describe('a body of unknown shape', () => {
	it.each([
		{},
		{ asyncRequest: null },
		{ asyncRequest: 'text' },
		{ asyncRequest: {} },
		{ asyncRequest: { id: '' } },
		{ uid: 'f1' },
		{ uid: 'f1', actions: 'none' },
		{ uid: 'f1', actions: [null] },
		{ id: 'x', action: 'SOMETHING' },
		{ event: 'JOB_STATUS_CHANGED', timestamp: 1 },
	])('%j is marked', (body) => {
		expect(readCallbackEvent(body, { kind: 'asyncRequest' })).toEqual({
			kind: 'unknown',
			action: null,
			succeeded: null,
		});
	});
});
