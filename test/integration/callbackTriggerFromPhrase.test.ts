import type { INodeExecutionData } from 'n8n-workflow';

import { signCallbackUrl, type SignedContext } from '../../core/callbacks/callbackUrl';
import { PhraseCallbackTrigger } from '../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import { until } from '../../n8n/until';
import { TriggerInN8n } from '../support/triggerInN8n';
import { useSandbox } from '../support/useSandbox';

/** Phrase's own callbacks, from the start of the work to the item, over real sockets. */
describe('Phrase Callback Trigger, called back by Phrase', () => {
	const secret = 'a secret of the credential';
	const sandbox = useSandbox();
	let trigger: TriggerInN8n;

	beforeEach(async () => {
		trigger = new TriggerInN8n({
			trigger: new PhraseCallbackTrigger(),
			parameters: { signedBy: 'phraseTmsApi' },
			credentials: { phraseTmsApi: { callbackSigningSecret: secret } },
		});
		await trigger.serve();
	});

	afterEach(async () => await trigger.close());

	const callbackUrl = (context: SignedContext) =>
		signCallbackUrl(trigger.url, context, { secret, expiresAt: new Date(Date.now() + 60_000) });

	async function tms(method: string, path: string, body: object): Promise<Record<string, unknown>> {
		const { apiToken } = sandbox.credentials.phraseTmsApiToken;
		const response = await fetch(`${sandbox.tmsUrl}${path}`, {
			method,
			headers: { authorization: `ApiToken ${apiToken}`, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		expect(response.ok).toBe(true);
		return (await response.json()) as Record<string, unknown>;
	}

	async function firstItem(): Promise<INodeExecutionData['json'] | undefined> {
		const [items] = await until('the workflow was started', 10_000, () =>
			trigger.executions.length > 0 ? trigger.executions : undefined,
		);
		expect(items).toHaveLength(1);
		return items?.[0]?.json;
	}

	async function requestTargetFile(projectUid: string, jobUid: string, url: string): Promise<unknown> {
		const path = `/api2/v3/projects/${projectUid}/jobs/${jobUid}/targetFile`;
		const { asyncRequest } = await tms('PUT', path, { callbackUrl: url });
		return (asyncRequest as { id: string }).id;
	}

	async function requestFile(file: { folder: string; encodedName: string }): Promise<unknown> {
		const path = `/api2/v2/connectors/${sandbox.seed.connector.id}/folders/${file.folder}/files/${file.encodedName}`;
		return (await tms('POST', path, { callbackUrl: callbackUrl({ kind: 'connectorTask' }) })).id;
	}

	async function translate(fileName: string): Promise<unknown> {
		const { userName, password } = sandbox.credentials.phraseLanguageAiApiPassword;
		const login = await fetch(`${sandbox.languageAiUrl}/v1/auth/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ userName, password }),
		});
		const { token } = (await login.json()) as { token: string };
		const metadata = {
			sourceLang: { code: 'en' },
			targetLangs: [{ code: 'cs' }],
			actionTypes: ['MT_GENERIC_PRETRANSLATE'],
			callbackUrl: callbackUrl({ kind: 'fileTranslation' }),
		};
		const form = new FormData();
		form.append('file', new Blob(['Hello'], { type: 'application/octet-stream' }), fileName);
		form.append(
			'metadata',
			new Blob([JSON.stringify(metadata)], { type: 'application/json' }),
			'metadata.json',
		);
		const answer = await fetch(`${sandbox.languageAiUrl}/v1/fileTranslations`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}` },
			body: form,
		});
		return ((await answer.json()) as { uid: string }).uid;
	}

	test('a target file is there', async () => {
		const { uid: projectUid, jobUid } = sandbox.seed.project;
		const context = { kind: 'asyncRequest', projectUid, jobUid } as const;
		const asyncRequestId = await requestTargetFile(projectUid, jobUid, callbackUrl(context));
		expect(await firstItem()).toMatchObject({
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			asyncRequestId,
			succeeded: true,
			context,
			signed: true,
		});
	});

	test('a target file could not be made', async () => {
		const { uid: projectUid } = sandbox.seed.project;
		const [job] = sandbox.createJobs({ projectUid, names: ['fail-export.txt'] });
		const asyncRequestId = await requestTargetFile(
			projectUid,
			job?.uid ?? '',
			callbackUrl({ kind: 'asyncRequest' }),
		);
		expect(await firstItem()).toMatchObject({
			asyncRequestId,
			succeeded: false,
			error: { errorCode: expect.any(String) as string, message: expect.any(String) as string },
		});
	});

	test('a connector has downloaded a file, or could not', async () => {
		const { readme, failing } = sandbox.seed.connector.files;
		const taskId = await requestFile(readme);
		expect(await firstItem()).toMatchObject({ kind: 'connectorTask', taskId, succeeded: null, signed: true });
		trigger.executions.length = 0;

		const failingTaskId = await requestFile(failing);
		expect(await firstItem()).toMatchObject({
			kind: 'connectorTask',
			taskId: failingTaskId,
			succeeded: false,
			error: { message: 'The connector could not read fail-download.txt' },
		});
	});

	test.each([
		['hello.txt', true],
		['fail-mt.txt', false],
	])('Language AI has worked on %s', async (fileName, succeeded) => {
		const fileTranslationUid = await translate(fileName);
		expect(await firstItem()).toMatchObject({
			kind: 'fileTranslation',
			fileTranslationUid,
			succeeded,
			signed: true,
		});
	});

	test('what is not signed counts as not delivered', async () => {
		const { uid, jobUid } = sandbox.seed.project;
		await requestTargetFile(uid, jobUid, `${trigger.url}?unsigned`);
		const attempt = await until('Phrase has tried to call back', 10_000, () =>
			sandbox.callbacks().find(({ url, status }) => url.endsWith('?unsigned') && status !== undefined),
		);
		expect(attempt.status).toBe(401);
		expect(trigger.executions).toEqual([]);
	});
});
