import { randomBytes } from 'node:crypto';
import {
	MANUAL_TRIGGER,
	nodeOfType,
	readTemplate,
	triggerPath,
	withCredentials,
	withParameters,
	type N8nClient,
	type StoredCredential,
	type StoredWorkflow,
} from '../../n8n';
import { phraseIn, uniqueName, type PhraseForTest } from './support/credentials';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

/** Phrase Callback Trigger's URLs in a real n8n. */
describe('Phrase Callback Trigger', () => {
	const template = readTemplate('collectByCallback');
	const trigger = nodeOfType(template, 'n8n-nodes-phrase.phraseCallbackTrigger').name;
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let signing: StoredCredential;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
		signing = await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
			...phrase.sandbox.credentials.phraseTmsApi,
			callbackSigningSecret: randomBytes(24).toString('hex'),
		});
	});

	const urlOf = (root: 'webhook' | 'webhook-test') => `${sharedN8n().url}/${root}/${triggerPath(template)}`;

	/** Requests the target file of a seeded job, to be called back at a URL. */
	async function requestTargetFile(triggerUrl: string): Promise<void> {
		const { project } = phrase.sandbox.seed;
		const byId = (value: string) => ({ __rl: true, mode: 'id', value });
		const request = readTemplate('requestByCallback');
		const node = nodeOfType(request, 'n8n-nodes-base.manualTrigger');
		const workflow = withParameters(
			{
				...request,
				nodes: request.nodes.filter(({ name }) => [node.name, 'Request the target files'].includes(name)),
				connections: {
					[node.name]: { main: [[{ node: 'Request the target files', type: 'main', index: 0 }]] },
				},
			},
			'Request the target files',
			{ projectUid: byId(project.uid), jobUid: byId(project.jobUid), triggerUrl },
		);
		const stored = await n8n.createWorkflow(withCredentials(workflow, [signing]));
		const execution = await n8n.runToEnd(stored, MANUAL_TRIGGER);
		expect(execution.error).toBeUndefined();
	}

	async function published(parameters: Parameters<typeof withParameters>[2]): Promise<StoredWorkflow> {
		const workflow = withCredentials(withParameters(template, trigger, parameters), [signing]);
		const stored = await n8n.createWorkflow({
			...workflow,
			nodes: workflow.nodes.map((node) =>
				node.name === trigger
					? { ...node, credentials: { phraseTmsApi: { id: signing.id, name: signing.name } } }
					: node,
			),
		});
		await n8n.activate(stored);
		return stored;
	}

	test('takes a callback at its test URL while somebody listens', async () => {
		const workflow = await n8n.createWorkflow(withCredentials(template, [signing]));
		await n8n.listen(workflow, trigger);
		await requestTargetFile(urlOf('webhook-test'));
		const [execution] = await n8n.executionsOf(workflow, 1);
		expect(execution?.error).toBeUndefined();
		expect(execution?.items(trigger)[0]?.json).toMatchObject({
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			succeeded: true,
			signed: false,
			context: { jobUid: phrase.sandbox.seed.project.jobUid },
		});
	});

	test('takes a signed callback at its production URL, and no other', async () => {
		const workflow = await published({ signedBy: 'phraseTmsApi' });
		try {
			const body = JSON.stringify({
				asyncRequest: { id: '1', action: 'EXPORT_COMPLETE_FILE', asyncResponse: {} },
			});
			const send = async (query: string, init: RequestInit) => {
				const response = await fetch(`${urlOf('webhook')}${query}`, init);
				return { status: response.status, text: await response.text() };
			};
			const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
			const answers = [
				await send('', json),
				await send('?phraseContext=e30&phraseSignature=AAAA', json),
				await send('', { ...json, body: '{"asyncRequest":' }),
				await send('', { method: 'GET' }),
			];
			expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual([4, 4, 4, 4]);
			expect(answers.filter(({ text }) => /\bat .*\.js|node_modules|"stack/.test(text))).toEqual([]);

			await requestTargetFile(urlOf('webhook'));
			const executions = await n8n.executionsOf(workflow, 1);
			expect(executions.map(({ error }) => error)).toEqual([undefined]);
			expect(executions[0]?.items(trigger)[0]?.json).toMatchObject({ succeeded: true, signed: true });
		} finally {
			await n8n.deactivate(workflow);
		}
	});
});
