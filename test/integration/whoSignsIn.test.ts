import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';
import { createPhraseClient } from '../../core/http/client';
import { Credential } from '../../core/http/credential';
import { GET } from '../../core/http/request';
import { PhraseLanguageAiApi } from '../../credentials/PhraseLanguageAiApi.credentials';
import { PhraseTmsApi } from '../../credentials/PhraseTmsApi.credentials';
import { PhraseTmsOAuth2Api } from '../../credentials/PhraseTmsOAuth2Api.credentials';
import { CredentialStore, executeContext } from '../../n8n/inProcess';
import { PhraseOfAccounts } from '../support/accounts';
import { CallerNode } from '../support/callerNode';
import { testCredential } from '../support/credentialTest';

/** Log-ins, and whose they are. */
const ACCOUNTS = {
	'token-of-ann': 'ann',
	'token-of-bob': 'bob',
	'ann pass-of-ann': 'ann',
	'bob pass-of-ann': 'bob',
	'ann other-pass': 'ann in another realm',
	'ann pass-of-ann uid-2': 'ann elsewhere',
};

interface Way {
	type: ICredentialType;
	product: 'tms' | 'languageAi';
	data: Record<string, string>;
	/** What a user may type instead, and who it makes the credential. */
	edits: Array<[string, Record<string, string>, string]>;
}

const PASSWORD = { authType: 'password', userName: 'ann', password: 'pass-of-ann' };

const WAYS: Record<string, Way> = {
	'TMS, Platform API token': {
		type: new PhraseTmsApi(),
		product: 'tms',
		data: { authType: 'platformToken', platformApiToken: 'token-of-ann' },
		edits: [
			['another token', { platformApiToken: 'token-of-bob' }, 'bob'],
			['another way in', { ...PASSWORD, userName: 'bob' }, 'bob'],
		],
	},
	'TMS, user name and password': {
		type: new PhraseTmsApi(),
		product: 'tms',
		data: PASSWORD,
		edits: [
			['another user', { userName: 'bob' }, 'bob'],
			['another password', { password: 'other-pass' }, 'ann in another realm'],
			['a user UID', { userUid: 'uid-2' }, 'ann elsewhere'],
		],
	},
	'TMS, ready token': {
		type: new PhraseTmsApi(),
		product: 'tms',
		data: { authType: 'apiToken', apiToken: 'token-of-ann' },
		edits: [['another token', { apiToken: 'token-of-bob' }, 'bob']],
	},
	'Language AI, Platform API token': {
		type: new PhraseLanguageAiApi(),
		product: 'languageAi',
		data: { authType: 'platformToken', platformApiToken: 'token-of-ann' },
		edits: [['another token', { platformApiToken: 'token-of-bob' }, 'bob']],
	},
	'Language AI, user name and password': {
		type: new PhraseLanguageAiApi(),
		product: 'languageAi',
		data: PASSWORD,
		edits: [
			['another user', { userName: 'bob' }, 'bob'],
			['another password', { password: 'other-pass' }, 'ann in another realm'],
			['an organization UID', { organizationUid: 'uid-2' }, 'ann elsewhere'],
		],
	},
};

let phrase: PhraseOfAccounts;
let elsewhere: PhraseOfAccounts;

beforeEach(async () => {
	phrase = await PhraseOfAccounts.start(ACCOUNTS);
	elsewhere = await PhraseOfAccounts.start({
		'token-of-ann': 'ann at another Phrase',
		'ann pass-of-ann': 'ann at another Phrase',
	});
});

afterEach(async () => await Promise.all([phrase.close(), elsewhere.close()]));

/** What n8n stores of a token differs; whoever acts must not. */
const STORING = ['token', 'resolved'] as const;

describe.each(Object.entries(WAYS))('%s', (_title, { type, product, data, edits }) => {
	const nonsense = { platformApiToken: 'nonsense', password: 'nonsense', apiToken: 'nonsense' };

	const store = (storing: (typeof STORING)[number] = 'token') =>
		new CredentialStore({ [type.name]: { ...phrase.urls, sessionToken: '', ...data } }, storing);

	/** Calls Phrase as a node of this package does, and tells as whom. */
	async function runsAs(credentials: CredentialStore): Promise<string> {
		const { context } = await executeContext(new CallerNode(), { credentials });
		const client = createPhraseClient(new Credential(context, type.name), { product });
		return ((await client.send(GET`/v1/any`)).body as { name: string }).name;
	}

	/** Calls Phrase as n8n's HTTP Request node does, and nodes that are made of a description only. */
	async function callsAs(credentials: CredentialStore): Promise<string[]> {
		const { context } = await executeContext(new CallerNode(), { credentials });
		const { helpers } = context;
		const { tmsUrl, languageAiUrl } = credentials.data(type.name);
		const url = String(product === 'tms' ? tmsUrl : languageAiUrl);
		const request: IHttpRequestOptions = { url: `${url}/v1/any`, json: true };
		const answers = [
			await helpers.requestWithAuthentication.call(context, type.name, { ...request }),
			await helpers.httpRequestWithAuthentication.call(context, type.name, { ...request }),
		] as Array<{ name: string }>;
		return answers.map(({ name }) => name);
	}

	it.each(STORING)(
		'acts as what the credential says now, whatever it said before: %s is stored',
		async (storing) => {
			for (const [, typed, account] of edits) {
				const credentials = store(storing);
				expect(await runsAs(credentials)).toBe('ann');
				expect(await callsAs(credentials)).toEqual(['ann', 'ann']);
				credentials.edit(type.name, typed);
				expect(await callsAs(credentials)).toEqual([account, account]);
				expect(await runsAs(credentials)).toBe(account);
				credentials.edit(type.name, data);
			}
		},
	);

	it('acts at the Phrase that the credential names now', async () => {
		if (data.authType === 'apiToken') return;
		const credentials = store();
		expect(await runsAs(credentials)).toBe('ann');
		credentials.edit(type.name, elsewhere.urls);
		expect(await runsAs(credentials)).toBe('ann at another Phrase');
		expect(await callsAs(credentials)).toEqual(['ann at another Phrase', 'ann at another Phrase']);
		expect(phrase.logIns).toBe(1);
	});

	it('is refused when the secret is replaced by nonsense', async () => {
		const credentials = store();
		await runsAs(credentials);
		await callsAs(credentials);
		credentials.edit(type.name, nonsense);
		await expect(runsAs(credentials)).rejects.toMatchObject({ httpCode: 401 });
		await expect(callsAs(credentials)).rejects.toThrow();
	});

	it.each(STORING)('tests what is typed: %s is stored', async (storing) => {
		const credentials = store(storing);
		await runsAs(credentials);
		await callsAs(credentials);
		const test = async (typed: object) =>
			await testCredential(type, { ...credentials.data(type.name), ...typed }, credentials);
		const logIns = phrase.logIns;
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(phrase.logIns).toBe(data.authType === 'apiToken' ? 0 : logIns + 1);
		expect(await test(nonsense)).toMatchObject({ status: 'Error' });
		for (const [, typed] of edits) {
			expect(await test(typed)).toMatchObject({ status: 'OK' });
			expect(phrase.server.received.at(-1)?.headers.authorization).toBeDefined();
		}
	});

	it('gives n8n nothing to store', async () => {
		const credentials = store();
		const before = structuredClone(credentials.data(type.name));
		await runsAs(credentials);
		await callsAs(credentials);
		await testCredential(type, credentials.data(type.name), credentials);
		expect(credentials.data(type.name)).toEqual(before);
	});

	it("renews the token that Phrase refuses to n8n's own nodes", async () => {
		if (data.authType === 'apiToken') return;
		const credentials = store();
		await callsAs(credentials);
		phrase.expireTokens();
		const { context } = await executeContext(new CallerNode(), { credentials });
		const url = `${phrase.server.url}/${product === 'tms' ? 'web' : 'smt/api'}/v1/any`;
		const call = async () =>
			(await context.helpers.httpRequestWithAuthentication.call(context, type.name, {
				url,
				json: true,
			})) as object;
		expect(await call()).toMatchObject({ name: 'ann' });
		const { logIns } = phrase;
		expect(await call()).toMatchObject({ name: 'ann' });
		expect(phrase.logIns).toBe(logIns);
	});
});

describe('TMS, OAuth2', () => {
	const type = new PhraseTmsOAuth2Api();

	/** A credential that somebody has connected in n8n. */
	const connectedBy = (name: string) => ({ oauthTokenData: { access_token: `token-of-${name}` } });

	it('acts as, and tests, the account that is connected now', async () => {
		const credentials = new CredentialStore({
			[type.name]: { ...phrase.urls, clientId: 'client', ...connectedBy('ann') },
		});
		const runsAs = async () => {
			const { context } = await executeContext(new CallerNode(), { credentials });
			const client = createPhraseClient(new Credential(context, type.name), { product: 'tms' });
			return ((await client.send(GET`/v1/any`)).body as { name: string }).name;
		};
		expect(await runsAs()).toBe('ann');
		credentials.edit(type.name, connectedBy('bob'));
		expect(await runsAs()).toBe('bob');
		credentials.edit(type.name, connectedBy('eve'));
		await expect(runsAs()).rejects.toMatchObject({ httpCode: 401 });
		expect(await testCredential(type, credentials.data(type.name), credentials)).toMatchObject({
			status: 'Error',
		});
	});
});
