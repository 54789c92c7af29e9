import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import { catalogueOf } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import { contracts, type ContractOperation } from '../../sandbox/contract';
import { exampleCall, type ExampleCall } from '../support/exampleCall';
import { useSandbox } from '../support/useSandbox';
import { API_TOKEN, bearer, callOn, startReceiver, type CallOptions, type Receiver } from './client';

/** What is removed cannot be asked for. */
const ORDER = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Endpoints that ask for something that is not in the seed, such as an asynchronous request, or that no example gives. */
const REFUSING = [
	'getAsyncRequest',
	'getPreparedFile',
	'downloadCompletedFile',
	'downloadCleanedTM',
	'downloadSearchResult',
	'getWebHookV2',
	'updateWebHookV2',
	'deleteWebHookV2',
	'sendTestWebhook',
	'replayWebhookCalls',
	'createJob',
	'createJobFromAsyncDownloadTask',
	'uploadBilingualFileV2',
	'updateSource',
	'updateTarget',
	'split',
	'exportV2',
	'exportByQueryAsync',
	'getAssessments',
	'startAssessments',
	'discardOngoingAssessments',
	'runAutoLqa',
	'editImportSettings',
	'editCustomFieldsJob',
	'editCustomFieldsOnProject',
	'editCustomFieldsOnProjectTemplate',
	'getMetadataV1',
	'getFilesV1',
	'logInToLanguageAi',
	'translateTexts',
];

describe('every endpoint', () => {
	const sandbox = useSandbox();
	const agent = new Agent();
	let receiver: Receiver;

	beforeAll(async () => {
		receiver = await startReceiver();
	});

	afterAll(async () => {
		await agent.destroy();
		await receiver.close();
	});

	it.each([
		['all members', 'all'],
		['the required members', 'required'],
	] as const)('answers a call with %s as its contract says', async (_what, members) => {
		const token = await bearer(sandbox, sandbox.credentials.phraseLanguageAiApi.platformApiToken);
		const surprises: string[] = [];
		let called = 0;
		for (const { product, operations } of contracts()) {
			if (product === 'platform') continue;
			const base = product === 'tms' ? sandbox.tmsUrl : sandbox.languageAiUrl;
			const authorization = product === 'tms' ? API_TOKEN : token;
			for (const { endpoint, status } of inOrder(operations)) {
				// Another version of the same endpoint has removed it already.
				if (endpoint.method === 'DELETE') await sandbox.reset();
				const example = exampleCall(endpoint, catalogueOf(product), sandbox.seed, members);
				const options = optionsOf(example, receiver.url);
				const headers = { ...authorization, ...options.headers };
				const url = base + urlOf(endpoint, example);
				const reply = await callOn(agent, endpoint.method, url, { ...options, headers });
				called += 1;
				const isRefused = reply.status >= 400 && reply.status < 500 && REFUSING.includes(endpoint.id);
				if (reply.status !== status && !isRefused) surprises.push(`${endpoint.id}: ${reply.status}`);
			}
		}
		expect(surprises).toEqual([]);
		expect(called).toBeGreaterThan(490);
	});
});

function inOrder(operations: readonly ContractOperation[]): ContractOperation[] {
	const place = ({ endpoint }: ContractOperation) => ORDER.indexOf(endpoint.method);
	return operations.filter(({ endpoint }) => endpoint.tag !== 'OAuth').sort((a, b) => place(a) - place(b));
}

function urlOf({ path }: Endpoint, { path: ids, query }: ExampleCall): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		for (const one of [value].flat()) search.append(name, String(one));
	}
	const filled = path.replace(/\{(\w+)\}/g, (_braces, name: string) => encodeURIComponent(ids[name] ?? ''));
	return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

/** @param url - of a server that takes what comes, for callbacks and webhooks */
function optionsOf({ headers, json, form, takesFile }: ExampleCall, url: string): CallOptions {
	const text = (value: unknown) => JSON.stringify(value).replaceAll('https://example.com', url);
	const own = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : text(value)]),
	);
	if (form) return multipart(form, own, text);
	if (takesFile) return { headers: { ...own, 'content-type': 'application/octet-stream' }, body: 'example' };
	if (json === undefined) return { headers: own };
	return { headers: { ...own, 'content-type': 'application/json' }, body: text(json) };
}

function multipart(
	form: object,
	headers: Record<string, string>,
	text: (value: unknown) => string,
): CallOptions {
	const boundary = randomUUID();
	const parts = Object.entries(form).map(([name, value]: [string, unknown]) => {
		const isFile = typeof value === 'string';
		return [
			`--${boundary}`,
			`content-disposition: form-data; name="${name}"${isFile ? `; filename="${value}"` : ''}`,
			`content-type: ${isFile ? 'application/octet-stream' : 'application/json'}`,
			'',
			isFile ? 'example' : text(value),
		].join('\r\n');
	});
	return {
		headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
		body: `${parts.join('\r\n')}\r\n--${boundary}--\r\n`,
	};
}
