import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { CredentialStore, runNode, type Storing } from '../../n8n/inProcess';
import { PhraseOfAccounts } from '../support/accounts';
import { byId } from '../support/tms';

let phrase: PhraseOfAccounts;

beforeEach(async () => {
	phrase = await PhraseOfAccounts.start({ 'token-of-ann': 'ann', 'token-of-bob': 'bob' });
});

afterEach(async () => await phrase.close());

/** A credential whose token is said by the item, as whoever works for several customers has it. */
function byExpression(storing?: Storing): CredentialStore {
	const data = {
		...phrase.urls,
		authType: 'platformToken',
		platformApiToken: '={{ $json.token }}',
		sessionToken: '',
	};
	return new CredentialStore({ phraseTmsApi: data, phraseLanguageAiApi: data }, storing);
}

const tokens = (...names: string[]) => names.map((name) => ({ json: { token: `token-of-${name}` } }));

/** The account that each item was handled as. */
async function accountsOf(credentials: CredentialStore, ...names: string[]): Promise<unknown[]> {
	const parameters = {
		authentication: 'phraseTmsApi',
		resource: 'project',
		operation: 'get',
		projectUid: byId('p'),
		simplify: false,
		options: { parallelRequests: 3 },
	};
	const setup = { credentials, parameters, items: tokens(...names), continueOnFail: true };
	const { items } = await runNode(new PhraseTms(), setup);
	return items.map(({ json }) => json.uid ?? (json.error as { message: string }).message);
}

it.each<Storing>(['token', 'resolved'])(
	'lets each item act as the account that the credential says for it: n8n stores the %s',
	async (storing) => {
		const credentials = byExpression(storing);
		expect(await accountsOf(credentials, 'ann', 'bob', 'ann', 'bob', 'bob')).toEqual([
			'ann',
			'bob',
			'ann',
			'bob',
			'bob',
		]);
		expect(phrase.logIns).toBe(2);
		expect(await accountsOf(credentials, 'bob', 'ann')).toEqual(['bob', 'ann']);
		expect(phrase.logIns).toBe(2);
	},
);

it('refuses only the items whose account is refused, each account once', async () => {
	const refusal = expect.stringContaining('did not accept the Platform API token') as string;
	const outcomes = await accountsOf(byExpression(), 'ann', 'eve', 'bob', 'eve', 'eve');
	expect(outcomes).toEqual(['ann', refusal, 'bob', refusal, refusal]);
	expect(phrase.logIns).toBe(3);
});

it('reports an expression without a value at its item', async () => {
	const parameters = {
		authentication: 'phraseTmsApi',
		resource: 'project',
		operation: 'get',
		projectUid: byId('p'),
	};
	const run = runNode(new PhraseTms(), {
		credentials: byExpression(),
		parameters,
		items: [...tokens('ann'), { json: {} }],
	});
	await expect(run).rejects.toMatchObject({
		message: "'Platform API Token' of the credential is empty",
		context: { itemIndex: 1 },
	});
});

it('sends what one account has to say in one call, and nothing of another one in it', async () => {
	const parameters = {
		resource: 'textTranslation',
		operation: 'translate',
		text: '={{ $json.token }}',
		sourceLang: { __rl: true, mode: 'id', value: 'en' },
		targetLang: { __rl: true, mode: 'id', value: 'de' },
	};
	await runNode(new PhraseLanguageAi(), {
		credentials: byExpression(),
		parameters,
		items: tokens('ann', 'bob', 'ann'),
		continueOnFail: true,
	});
	const sent = phrase.server.received.filter(
		({ body }) => body.toString().includes('token-of-') && !isLogIn(body),
	);
	expect(sent.map(({ body }) => [...new Set(body.toString().match(/token-of-\w+/g))])).toEqual(
		expect.arrayContaining([['token-of-ann'], ['token-of-bob']]),
	);
	expect(sent).toHaveLength(2);
});

function isLogIn(body: Buffer): boolean {
	return body.toString().includes('grant_type');
}
