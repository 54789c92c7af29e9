import { readFile } from 'node:fs/promises';
import {
	MANUAL_TRIGGER,
	readTemplate,
	triggerPath,
	withCredentials,
	type N8nClient,
	type N8nExecution,
} from '../../n8n';
import { phraseIn, uniqueName, type PhraseForTest } from './support/credentials';
import { eventWorkflow, TRIGGER } from '../../n8n/workflows/eventWorkflow';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

/** How every session token begins that the sandbox gives out for a Platform API token. */
const SESSION_TOKEN = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT' })).toString('base64url');

/** Whatever happens, secrets stay in n8n's credential store. */
describe('secrets', () => {
	const wrongToken = 'a-token-that-Phrase-does-not-know';
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let secrets: string[];

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
		const { phraseTmsApi, phraseTmsApiPassword, phraseLanguageAiApi } = phrase.sandbox.credentials;
		secrets = [
			SESSION_TOKEN,
			wrongToken,
			phraseTmsApi.platformApiToken,
			phraseTmsApiPassword.password,
			phraseLanguageAiApi.platformApiToken,
		];
	});

	async function run(
		template: 'uploadAndPreTranslate' | 'languageAi',
		credential: PhraseForTest['tms'],
	): Promise<N8nExecution> {
		const workflow = await n8n.createWorkflow(
			withCredentials(readTemplate(template), [phrase.tms, phrase.languageAi, credential]),
		);
		return await n8n.runToEnd(workflow, MANUAL_TRIGGER);
	}

	async function expectNoSecret(execution: N8nExecution): Promise<void> {
		const log = await readFile(sharedN8n().logFile, 'utf8');
		expect(secrets.filter((secret) => execution.stored.includes(secret))).toEqual([]);
		expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
	}

	test.each(['uploadAndPreTranslate', 'languageAi'] as const)(
		'are not in the data of an execution that succeeds: %s',
		async (template) => {
			const execution = await run(template, template === 'languageAi' ? phrase.languageAi : phrase.tms);
			expect(execution.error).toBeUndefined();
			expect(execution.status).toBe('success');
			await expectNoSecret(execution);
		},
	);

	test.each([
		['an unknown token', undefined],
		['a missing right', 403],
		['a failure of Phrase', 500],
	])('are not in the data of an execution that fails: %s', async (_title, status) => {
		const token = status === undefined ? { platformApiToken: wrongToken } : {};
		const credential = await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
			...phrase.sandbox.credentials.phraseTmsApi,
			...token,
		});
		if (status !== undefined) phrase.sandbox.fault({ match: { path: '/jobs' }, do: { status } });
		const execution = await run('uploadAndPreTranslate', credential);
		expect(execution.status).toBe('error');
		await expectNoSecret(execution);
	});

	test('are neither in executions nor in the log when events of Phrase TMS come, well and badly', async () => {
		const { sandbox, tms } = phrase;
		const workflow = await n8n.createWorkflow(eventWorkflow(tms, { events: ['JOB_STATUS_CHANGED'] }));
		await n8n.activate(workflow);
		const tokens = sandbox.webhooks().map(({ secretToken = '' }) => secretToken);
		await n8n.listen(workflow, TRIGGER);
		tokens.push(...sandbox.webhooks().map(({ secretToken = '' }) => secretToken));
		secrets.push(...tokens);
		expect(tokens.every((token) => token.length >= 32)).toBe(true);
		try {
			sandbox.emit({ event: 'JOB_STATUS_CHANGED' });
			await sandbox.delivered();
			const url = `${sharedN8n().url}/webhook/${triggerPath(workflow)}`;
			for (const headers of [
				{ 'x-memsource-token': `${tokens[0]}x` },
				{ 'x-memsource-token': tokens[0] ?? '' },
			]) {
				const answer = await fetch(url, { method: 'POST', headers, body: 'no JSON' });
				expect(answer.ok).toBe(false);
				const text = await answer.text();
				expect(tokens.filter((token) => text.includes(token))).toEqual([]);
			}
			sandbox.fault({ match: { path: '/webhooks' }, do: { status: 403 } });
			const refused = await n8n.listen(workflow, TRIGGER).catch(String);
			expect(refused).toEqual(expect.stringContaining('403'));
			expect(tokens.filter((token) => refused?.includes(token))).toEqual([]);
			for (const execution of await n8n.executionsOf(workflow, 2)) {
				expect(execution.error).toBeUndefined();
				await expectNoSecret(execution);
			}
		} finally {
			sandbox.clearFaults();
			await n8n.deactivate(workflow);
		}
	});
});
