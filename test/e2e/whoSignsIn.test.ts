import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { MANUAL_TRIGGER, type N8nClient, type StoredCredential, type WorkflowExport } from '../../n8n';
import { PhraseOfAccounts } from '../support/accounts';
import { uniqueName } from './support/credentials';
import { connect } from './support/sharedN8n';

const ITEMS = 'Items';
const OUR_NODE = 'Our node';
const HTTP_REQUEST = 'HTTP Request';

interface Way {
	type: 'phraseTmsApi' | 'phraseLanguageAiApi';
	data: ICredentialDataDecryptedObject;
	/** What makes it the credential of bob. */
	typed: ICredentialDataDecryptedObject;
	/** What makes it a credential of nobody. */
	nonsense: ICredentialDataDecryptedObject;
}

const PASSWORD = { authType: 'password', userName: 'ann', password: 'pass-of-ann' };
const TOKEN = { authType: 'platformToken', platformApiToken: 'token-of-ann' };

const WAYS: Record<string, Way> = {
	'TMS, Platform API token': {
		type: 'phraseTmsApi',
		data: TOKEN,
		typed: { platformApiToken: 'token-of-bob' },
		nonsense: { platformApiToken: 'nonsense' },
	},
	'TMS, user name and password': {
		type: 'phraseTmsApi',
		data: PASSWORD,
		typed: { userName: 'bob', password: 'pass-of-bob' },
		nonsense: { password: 'nonsense' },
	},
	'TMS, ready token': {
		type: 'phraseTmsApi',
		data: { authType: 'apiToken', apiToken: 'token-of-ann' },
		typed: { apiToken: 'token-of-bob' },
		nonsense: { apiToken: 'nonsense' },
	},
	'Language AI, Platform API token': {
		type: 'phraseLanguageAiApi',
		data: TOKEN,
		typed: { platformApiToken: 'token-of-bob' },
		nonsense: { platformApiToken: 'nonsense' },
	},
	'Language AI, user name and password': {
		type: 'phraseLanguageAiApi',
		data: PASSWORD,
		typed: { userName: 'bob', password: 'pass-of-bob' },
		nonsense: { password: 'nonsense' },
	},
};

/** A workflow that calls Phrase for each item with a node of ours, and then with n8n's HTTP Request node. */
function workflowOf(
	{ id, name, type }: StoredCredential,
	phrase: PhraseOfAccounts,
	items: object[],
): WorkflowExport {
	const product = type === 'phraseTmsApi' ? 'tms' : 'languageAi';
	const ours: INodeParameters =
		product === 'tms'
			? {
					resource: 'project',
					operation: 'get',
					projectUid: { __rl: true, mode: 'id', value: 'p' },
					simplify: false,
				}
			: { resource: 'fileTranslation', operation: 'get', fileTranslationUid: 'f', simplify: false };
	const credentials = { [type]: { id, name } };
	const nodes = [
		{ name: MANUAL_TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: ITEMS,
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
		},
		{
			name: OUR_NODE,
			type: `n8n-nodes-phrase.${product === 'tms' ? 'phraseTms' : 'phraseLanguageAi'}`,
			typeVersion: 1,
			parameters: ours,
			credentials,
		},
		{
			name: HTTP_REQUEST,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: `${product === 'tms' ? phrase.urls.tmsUrl : phrase.urls.languageAiUrl}/v1/any`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: type,
			},
			credentials,
		},
	].map((node, index) => ({ id: `node-${index}`, position: [index * 220, 0] as [number, number], ...node }));
	const to = (...targets: string[]) => ({
		main: [targets.map((node) => ({ node, type: 'main' as const, index: 0 }))],
	});
	const connections = { [MANUAL_TRIGGER]: to(ITEMS), [ITEMS]: to(OUR_NODE, HTTP_REQUEST) };
	return { name: 'Who signs in', nodes, connections, settings: { executionOrder: 'v1' } };
}

/** An edited credential acts as what it says now, in our nodes and in n8n's own. */
describe('who signs in', () => {
	let n8n: N8nClient;
	let phrase: PhraseOfAccounts;

	beforeAll(async () => {
		n8n = connect();
		phrase = await PhraseOfAccounts.start({
			'token-of-ann': 'ann',
			'token-of-bob': 'bob',
			'ann pass-of-ann': 'ann',
			'bob pass-of-bob': 'bob',
		});
	});

	afterAll(async () => await phrase.close());

	async function run(credential: StoredCredential, items: object[] = [{}]) {
		return await n8n.runToEnd(
			await n8n.createWorkflow(workflowOf(credential, phrase, items)),
			MANUAL_TRIGGER,
		);
	}

	/** The account that each item was handled as, by our node and by n8n's. */
	async function runsAs(credential: StoredCredential, items?: object[]): Promise<string[][]> {
		const execution = await run(credential, items);
		if (execution.status !== 'success') throw new Error(execution.summary());
		return [execution.texts(OUR_NODE, 'name'), execution.texts(HTTP_REQUEST, 'name')];
	}

	test.each(Object.entries(WAYS))('%s', async (_title, { type, data, typed, nonsense }) => {
		const credential = await n8n.createCredential(uniqueName(), type, { ...phrase.urls, ...data });
		expect(await runsAs(credential)).toEqual([['ann'], ['ann']]);
		const opened = await n8n.openCredential(credential);
		expect(await n8n.testCredential(credential, opened)).toMatchObject({ status: 'OK' });
		// What is typed is tested, before it is saved as well.
		expect(await n8n.testCredential(credential, { ...opened, ...nonsense })).toMatchObject({
			status: 'Error',
		});
		expect(await n8n.testCredential(credential, { ...opened, ...typed })).toMatchObject({ status: 'OK' });

		const edited = await n8n.editCredential(credential, typed);
		expect(await n8n.testCredential(credential, edited)).toMatchObject({ status: 'OK' });
		expect(await runsAs(credential)).toEqual([['bob'], ['bob']]);

		const wrong = await n8n.editCredential(credential, nonsense);
		expect(await n8n.testCredential(credential, wrong)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/did not accept|^Authorization failed/) as string,
		});
		const refused = await run(credential);
		expect([refused.status, refused.lastNode, refused.error]).toEqual([
			'error',
			OUR_NODE,
			expect.stringContaining('did not accept') as string,
		]);
	});

	test.each(['phraseTmsApi', 'phraseLanguageAiApi'])(
		'an expression in a credential says who each item acts as, now and later: %s',
		async (type) => {
			const expression = '={{ $json.token }}';
			const credential = await n8n.createCredential(uniqueName(), type, {
				...phrase.urls,
				...TOKEN,
				platformApiToken: expression,
			});
			const items = (...names: string[]) => names.map((name) => ({ token: `token-of-${name}` }));
			expect(await runsAs(credential, items('ann', 'bob', 'ann'))).toEqual([
				['ann', 'bob', 'ann'],
				['ann', 'bob', 'ann'],
			]);
			expect((await n8n.openCredential(credential)).platformApiToken).toBe(expression);
			expect(await runsAs(credential, items('bob', 'ann'))).toEqual([
				['bob', 'ann'],
				['bob', 'ann'],
			]);
		},
	);
});
