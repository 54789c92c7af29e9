import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { signCallbackUrl, type SignedContext } from '../../core/callbacks/callbackUrl';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { encodeName } from '../../sandbox';
import { until } from '../../n8n/until';
import {
	callWebhook,
	CredentialStore,
	runNode,
	webhookContext,
	type NodeRun,
	type RunSetup,
} from '../../n8n/inProcess';
import { logLines } from '../support/logLines';
import { useSandbox } from '../support/useSandbox';

const SECRET = 'a long secret of the credential';
const HOUR = 3_600_000;

/** Which callbacks wake a sleeping execution, and what goes wrong without ending it. */
describe('a callback for a sleeping execution', () => {
	const sandbox = useSandbox();

	beforeEach(async () => {
		sandbox.configure({ times: { exportMs: HOUR, connectorDownloadMs: HOUR }, callbackScheduleMs: [] });
	});

	afterEach(() => jest.restoreAllMocks());

	const setupOf = (parameters: INodeParameters): RunSetup => ({
		parameters,
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, callbackSigningSecret: SECRET } },
	});

	/** Starts work with the URL of this execution, as the node before the wait does. */
	async function started(parameters: INodeParameters): Promise<INodeExecutionData[]> {
		const setup = setupOf({ ...parameters, notify: 'thisExecution', waitForCompletion: false });
		const { items } = await runNode(new PhraseTms(), setup);
		return items;
	}

	async function exported(): Promise<INodeExecutionData[]> {
		const [job] = sandbox.createJobs({});
		return await started({
			resource: 'job',
			operation: 'requestTargetFile',
			projectUid: job?.projectUid ?? '',
			jobUid: job?.uid ?? '',
		});
	}

	const waitForExport = setupOfWait({
		resource: 'asyncRequest',
		operation: 'wait',
		asyncRequestId: '={{ $json.asyncRequestId }}',
	});

	async function requestedFile(name: string): Promise<INodeExecutionData[]> {
		return await started({
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: sandbox.seed.connector.id,
			folder: encodeName('docs'),
			file: encodeName(name),
		});
	}

	const waitForFile = setupOfWait({
		resource: 'connector',
		operation: 'waitForFile',
		connectorId: '={{ $json.connectorId }}',
		folder: '={{ $json.folder }}',
		file: '={{ $json.file }}',
		downloadTaskId: '={{ $json.downloadTaskId }}',
	});

	function setupOfWait(parameters: INodeParameters) {
		return () => setupOf({ ...parameters, whileWaiting: 'sleep' });
	}

	/** The calls that Phrase makes when all that was started has ended. */
	async function callbacks(count: number): Promise<Array<{ url: string; body: IDataObject }>> {
		sandbox.advance(HOUR);
		return await until('Phrase has called', 10_000, () => {
			const calls = sandbox.callbacks();
			return calls.length < count
				? undefined
				: calls.map(({ url, body }) => ({ url, body: body as IDataObject }));
		});
	}

	const signed = (url: string, context: SignedContext) =>
		signCallbackUrl(url, context, { secret: SECRET, expiresAt: new Date(Date.now() + 60_000) });

	async function call(setup: RunSetup, run: NodeRun, url: string, body: IDataObject) {
		const { pathname, searchParams } = new URL(url);
		return await callWebhook(new PhraseTms(), {
			...setup,
			asleep: run.context.getExecuteData(),
			path: pathname,
			query: Object.fromEntries(searchParams),
			body,
		});
	}

	describe('wakes it only when the URL was made for it', () => {
		test('takes what Phrase sends', async () => {
			const items = await exported();
			const run = await runNode(new PhraseTms(), { ...waitForExport(), items });
			const [sent] = await callbacks(1);
			const { result, answer } = await call(waitForExport(), run, sent?.url ?? '', sent?.body ?? {});
			expect([result.workflowData, answer.status]).toEqual([[items], 200]);
		});

		test.each<[string, number, (url: string) => string]>([
			['no signature', 401, (url) => url.replace(/phrase(Context|Signature)=[^&]*&?/g, '')],
			['a wrong signature', 403, (url) => url.replace(/phraseSignature=[^&]*/, 'phraseSignature=AAAA')],
			[
				'another execution',
				403,
				(url) => signed(url.replace('/1?', '/2?'), { kind: 'asyncRequest' }).replace('/2?', '/1?'),
			],
			[
				'a trigger',
				403,
				(url) =>
					signed('http://localhost/webhook/1/webhook', { kind: 'asyncRequest' }).replace(
						/^[^?]*/,
						url.replace(/[?].*/, ''),
					),
			],
			['a file of a connector', 403, (url) => signed(url, { kind: 'connectorTask' })],
			['a file translation', 403, (url) => signed(url, { kind: 'fileTranslation' })],
			['nothing in particular', 403, (url) => signed(url, { kind: 'unknown' })],
		])('refuses a URL with %s, and logs nothing of it', async (_, status, urlOf) => {
			const log = logLines();
			const items = await exported();
			const run = await runNode(new PhraseTms(), { ...waitForExport(), items });
			const [sent] = await callbacks(1);
			const { result, answer, stored } = await call(
				waitForExport(),
				run,
				urlOf(sent?.url ?? ''),
				sent?.body ?? {},
			);
			expect([result, answer.status]).toEqual([{ noWebhookResponse: true }, status]);
			expect(stored?.node.disabled).toBeUndefined();
			expect(log).toContainEqual(['warn', expect.stringContaining('rejected a callback: ')]);
			expect(JSON.stringify(log)).not.toMatch(/phrase(Context|Signature)|webhook-waiting/);
		});
	});

	test('takes a callback of 1 MB at most', async () => {
		const run = await runNode(new PhraseTms(), { ...waitForExport(), items: await exported() });
		const [sent] = await callbacks(1);
		const ofLength = (length: number) => {
			const body = { ...sent?.body, more: '' };
			return { ...body, more: 'x'.repeat(length - JSON.stringify(body).length) };
		};
		const answerTo = async (body: IDataObject) =>
			(await call(waitForExport(), run, sent?.url ?? '', body)).answer.status;
		expect(await answerTo(ofLength(1024 * 1024 + 1))).toBe(413);
		expect(await answerTo(ofLength(1024 * 1024))).toBe(200);
	});

	describe('that a file of a connector could not be read', () => {
		test('is believed of the file that the URL was made for', async () => {
			const items = [...(await requestedFile('size-5.bin')), ...(await requestedFile('fail-download.txt'))];
			const run = await runNode(new PhraseTms(), { ...waitForFile(), items });
			const sent = (await callbacks(2)).find(({ body }) => 'errorMessage' in body);
			const woken = await call(waitForFile(), run, sent?.url ?? '', sent?.body ?? {});
			const again = {
				...waitForFile(),
				continueOnFail: true,
				items: woken.result.workflowData?.[0],
				metadata: woken.stored?.metadata,
			};
			const { items: output } = await runNode(new PhraseTms(), again);
			expect(output.map(({ json }) => json.error)).toEqual([
				undefined,
				expect.objectContaining({
					description: expect.stringContaining('could not read fail-download.txt') as unknown,
				}) as unknown,
			]);
		});

		test.each<[string, (url: string, ids: string[]) => { url: string; body: IDataObject }]>([
			[
				'the URL of another file',
				(url, [id = '']) => ({ url: signed(url, contextOf('size-6.bin')), body: { id, errorMessage: 'No' } }),
			],
			[
				'the URL of a file and the task of another one',
				(url, [, other = '']) => ({
					url: signed(url, contextOf('size-5.bin')),
					body: { id: other, errorMessage: 'No' },
				}),
			],
			[
				'the URL of a file that two tasks read, without the task',
				(url) => ({ url: signed(url, contextOf('size-5.bin')), body: { errorMessage: 'No' } }),
			],
			[
				'a URL for asynchronous requests',
				(url, [id = '']) => ({
					url: signed(url, { kind: 'asyncRequest' }),
					body: { id, errorMessage: 'No' },
				}),
			],
		])('is not believed with %s', async (_, forged) => {
			const items = [
				...(await requestedFile('size-5.bin')),
				...(await requestedFile('size-4.bin')),
				...(await requestedFile('size-5.bin')),
			];
			const run = await runNode(new PhraseTms(), { ...waitForFile(), items });
			const url = run.context.getExecuteData().metadata?.resumeUrl ?? '';
			const ids = items.map(({ json }) => String(json.downloadTaskId));
			const { url: given, body } = forged(url, ids);
			const { result, stored } = await call(waitForFile(), run, given, body);
			expect(result.workflowData).toBeUndefined();
			expect(stored?.node.disabled).toBeUndefined();
		});

		test('is not believed without a signature', async () => {
			const unsigned = { ...waitForFile(), credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi } };
			const run = await runNode(new PhraseTms(), { ...unsigned, items: await requestedFile('size-5.bin') });
			const url = run.context.getExecuteData().metadata?.resumeUrl ?? '';
			const expiresAt = new Date(Date.now() + 60_000);
			const given = signCallbackUrl(url, contextOf('size-5.bin'), { expiresAt });
			const { result } = await call(unsigned, run, given, { errorMessage: 'No' });
			expect(result).toEqual({});
		});

		const contextOf = (name: string): SignedContext => ({
			kind: 'connectorTask',
			connectorId: sandbox.seed.connector.id,
			folder: encodeName('docs'),
			file: encodeName(name),
		});
	});

	describe('leaves it asleep, to be called again, when', () => {
		class Unreadable extends CredentialStore {
			constructor(private readonly reason: string) {
				super({ phraseTmsApi: {} });
			}

			override async getDecrypted(): Promise<never> {
				throw new Error(this.reason);
			}
		}

		test.each([
			['the credential was deleted', 'Credential with ID "1" does not exist for type "phraseTmsApi".'],
			['the database does not answer', 'timeout exceeded when trying to connect'],
		])('%s', async (_, reason) => {
			const run = await runNode(new PhraseTms(), { ...waitForExport(), items: await exported() });
			const [sent] = await callbacks(1);
			const setup = { ...waitForExport(), credentials: new Unreadable(reason) };
			const { result, answer, stored } = await call(setup, run, sent?.url ?? '', sent?.body ?? {});
			expect([result, answer.status]).toEqual([{ noWebhookResponse: true }, 503]);
			expect(JSON.stringify(answer.body)).not.toContain(reason);
			expect(stored?.node.disabled).toBeUndefined();
		});

		test.each(['getNodeParameter', 'getQueryData', 'getCredentials', 'getExecutionId'] as const)(
			'%s of n8n throws',
			async (method) => {
				const items = await exported();
				const run = await runNode(new PhraseTms(), { ...waitForExport(), items });
				const [sent] = await callbacks(1);
				const { searchParams } = new URL(sent?.url ?? '');
				const { context, answer } = webhookContext(new PhraseTms(), {
					...waitForExport(),
					asleep: run.context.getExecuteData(),
					query: Object.fromEntries(searchParams),
					body: sent?.body,
				});
				Object.defineProperty(context, method, {
					value: () => {
						throw new TypeError('Cannot read properties of undefined');
					},
				});
				const result = await new PhraseTms().webhook.call(context);
				expect([result, answer.status]).toEqual([{ noWebhookResponse: true }, 503]);
			},
		);

		test('Phrase refuses the secret of the credential', async () => {
			const run = await runNode(new PhraseTms(), { ...waitForExport(), items: await exported() });
			const [sent] = await callbacks(1);
			const credentials = {
				phraseTmsApi: {
					...sandbox.credentials.phraseTmsApi,
					platformApiToken: 'another token',
					callbackSigningSecret: SECRET,
				},
			};
			const { result, answer } = await call(
				{ ...waitForExport(), credentials },
				run,
				sent?.url ?? '',
				sent?.body ?? {},
			);
			expect([result, answer.status]).toEqual([{ noWebhookResponse: true }, 503]);
		});
	});
});
