import { signCallbackUrl } from '../../core/callbacks/callbackUrl';
import {
	MANUAL_TRIGGER,
	nodeOfType,
	readTemplate,
	triggerPath,
	withCredentials,
	withParameters,
	type N8nClient,
	type StoredWorkflow,
} from '../../n8n';
import { phraseIn, uniqueName, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

const SECRET = 'a long secret of the credential';

/** Phrase Callback Trigger in a real n8n, in the template that collects what has ended. */
describe('Phrase Callback Trigger', () => {
	const template = readTemplate('collectByCallback');
	const trigger = nodeOfType(template, 'n8n-nodes-phrase.phraseCallbackTrigger').name;
	const request = readTemplate('requestByCallback');
	const REQUEST = 'Request the target files';
	const COLLECT = 'Download the target file';
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox, SECRET);
	});

	const urlOf = (workflow: StoredWorkflow, root: 'webhook' | 'webhook-test' = 'webhook') =>
		`${sharedN8n().url}/${root}/${triggerPath(workflow)}`;

	/**
	 * Requests the target file of a seeded job, to be called back at a URL.
	 * @returns the `asyncRequestId`
	 */
	async function requestTargetFile(triggerUrl: string): Promise<string> {
		const { project } = phrase.sandbox.seed;
		const byId = (value: string) => ({ __rl: true, mode: 'id', value });
		const workflow = withParameters(
			{
				...request,
				nodes: request.nodes.filter(({ name }) => [MANUAL_TRIGGER, REQUEST].includes(name)),
				connections: { [MANUAL_TRIGGER]: { main: [[{ node: REQUEST, type: 'main', index: 0 }]] } },
			},
			REQUEST,
			{ projectUid: byId(project.uid), jobUid: byId(project.jobUid), triggerUrl },
		);
		const stored = await n8n.createWorkflow(withCredentials(workflow, [phrase.tms]));
		const execution = await n8n.runToEnd(stored, MANUAL_TRIGGER);
		expect(execution.error).toBeUndefined();
		return execution.texts(REQUEST, 'asyncRequestId')[0] ?? '';
	}

	const imported = async () => await n8n.createWorkflow(withCredentials(template, [phrase.tms]));

	/** Calls a URL as Phrase does, about an export. */
	async function call(url: string, id: string, init: RequestInit = {}) {
		const body = JSON.stringify({ asyncRequest: { id, action: 'EXPORT_COMPLETE_FILE', asyncResponse: {} } });
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'POST', headers, body, ...init });
		return { status: response.status, text: await response.text() };
	}

	test('takes a callback at its test URL while somebody listens', async () => {
		const workflow = await imported();
		await n8n.listen(workflow, trigger);
		await requestTargetFile(urlOf(workflow, 'webhook-test'));
		const [execution] = await n8n.executionsOf(workflow, 1);
		expect(execution?.error).toBeUndefined();
		expect(execution?.items(trigger)[0]?.json).toMatchObject({
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			succeeded: true,
			signed: true,
			jobUid: phrase.sandbox.seed.project.jobUid,
		});
	});

	test('collects for a signed callback only, whatever a forged one names', async () => {
		const { project } = phrase.sandbox.seed;
		phrase.sandbox.configure({ times: { exportMs: 3000 } });
		const workflow = await imported();
		await n8n.activate(workflow);
		try {
			const url = urlOf(workflow);
			const id = await requestTargetFile(url);
			const own = { kind: 'asyncRequest', projectUid: project.uid, jobUid: project.jobUid } as const;
			const [other] = phrase.sandbox.createJobs({ count: 1 });
			const chosen = { ...own, jobUid: other?.uid ?? '' };
			const expiresAt = new Date(Date.now() + 3_600_000);
			const answers = [
				await call(url, id),
				await call(signCallbackUrl(url, chosen, { expiresAt }), id),
				await call(signCallbackUrl(url, own, { expiresAt }), id),
				await call(signCallbackUrl(url, chosen, { expiresAt, secret: 'another secret' }), id),
				await call(
					signCallbackUrl(`${url}/other`, own, { expiresAt, secret: SECRET }).replace('/other', ''),
					id,
				),
				await call(url, id, { body: '{"asyncRequest":' }),
				await call(url, id, { method: 'GET', body: undefined }),
			];
			expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 403, 403, 422, 404]);
			expect(answers.filter(({ text }) => /\bat .*\.js|node_modules|"stack/.test(text))).toEqual([]);

			const executions = await n8n.executionsOf(workflow, 1);
			expect(executions.map(({ error }) => error)).toEqual([undefined]);
			const [collected] = executions;
			if (collected === undefined) throw new Error('Nothing was collected');
			expect(collected.items(trigger)[0]?.json).toMatchObject({ signed: true, asyncRequestId: id });
			const { target } = await phrase.sandbox.job(project.jobUid);
			expect(await fileOf(n8n, collected, COLLECT)).toEqual(target);
			const exported = phrase.sandbox.requests().filter(({ path }) => /targetFile/i.test(path));
			expect(exported.filter(({ path }) => !path.includes(project.jobUid))).toEqual([]);
		} finally {
			await n8n.deactivate(workflow);
		}
	});

	test('lets Phrase call again when its credential is gone', async () => {
		const credential = await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
			...phrase.sandbox.credentials.phraseTmsApi,
			callbackSigningSecret: SECRET,
		});
		const workflow = await n8n.createWorkflow(withCredentials(template, [credential]));
		await n8n.activate(workflow);
		try {
			await n8n.deleteCredential(credential);
			expect(await call(urlOf(workflow), '1')).toEqual({
				status: 503,
				text: '{"message":"Could not take the call at the moment"}',
			});
			expect(await n8n.countExecutions(workflow)).toBe(0);
		} finally {
			await n8n.deactivate(workflow);
		}
	});
});
