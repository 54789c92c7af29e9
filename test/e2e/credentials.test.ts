import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { freePorts } from '../../n8n/ports';
import type { N8nClient } from '../../n8n';
import type { Sandbox } from '../../sandbox';
import { uniqueName } from './support/credentials';
import { connect } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

interface Kind {
	type: string;
	/** Data that works. */
	data: (sandbox: Sandbox) => ICredentialDataDecryptedObject;
	/** Property with the secret. */
	secret: string;
	/** Property with the URL that the test asks last. */
	url: string;
}

const KINDS: Record<string, Kind> = {
	'Phrase TMS API, platform token': {
		type: 'phraseTmsApi',
		data: ({ credentials }) => credentials.phraseTmsApi,
		secret: 'platformApiToken',
		url: 'tmsUrl',
	},
	'Phrase TMS API, password': {
		type: 'phraseTmsApi',
		data: ({ credentials }) => credentials.phraseTmsApiPassword,
		secret: 'password',
		url: 'tmsUrl',
	},
	'Phrase TMS API, TMS token': {
		type: 'phraseTmsApi',
		data: ({ credentials }) => credentials.phraseTmsApiToken,
		secret: 'apiToken',
		url: 'tmsUrl',
	},
	'Phrase Language AI API, platform token': {
		type: 'phraseLanguageAiApi',
		data: ({ credentials }) => credentials.phraseLanguageAiApi,
		secret: 'platformApiToken',
		url: 'languageAiUrl',
	},
	'Phrase Language AI API, password': {
		type: 'phraseLanguageAiApi',
		data: ({ credentials }) => credentials.phraseLanguageAiApiPassword,
		secret: 'password',
		url: 'languageAiUrl',
	},
};

/** Requests of the sandbox that ask for something, logins aside. */
const ANY_USE = '/api2/v1/auth/whoAmI|/smt/api/(?!v1/auth/)';

/** What the test button of each way in says, in a real n8n. */
describe.each(Object.entries(KINDS))(
	'the test of a credential: %s',
	(_title, { type, data, secret, url }) => {
		const sandbox = useSandbox();
		let n8n: N8nClient;

		beforeAll(() => {
			n8n = connect();
		});

		/** Stores a credential, presses the button, and checks that the answer tells no secret. */
		async function pressTest(
			changes: ICredentialDataDecryptedObject = {},
		): Promise<{ status: string; message: string }> {
			const values = { ...data(sandbox), ...changes };
			const credential = await n8n.createCredential(uniqueName(), type, values);
			const result = await n8n.testCredential(credential, values);
			expect(result.message).not.toContain(values[secret]);
			expect(result.message).not.toContain('eyJ');
			return result;
		}

		test('passes with the right secret', async () => {
			expect(await pressTest()).toMatchObject({ status: 'OK' });
		});

		test('tells a wrong secret, a wrong host, a missing right and a failure of Phrase from each other', async () => {
			const [closedPort] = await freePorts(1);
			const wrongSecret = await pressTest({ [secret]: 'not-the-right-secret' });
			const wrongHost = await pressTest({ [url]: `http://127.0.0.1:${closedPort}` });
			sandbox.fault({ match: { path: ANY_USE }, do: { status: 403 } });
			const missingRight = await pressTest();
			sandbox.clearFaults();
			sandbox.fault({ match: { path: ANY_USE }, do: { status: 500 } });
			const failure = await pressTest();

			const error = (message: RegExp) => ({
				status: 'Error',
				message: expect.stringMatching(message) as string,
			});
			// The first words are ours; the others are n8n's own, for requests that it judges itself (n8n 1 judges more of them).
			expect({ wrongSecret, wrongHost, missingRight, failure }).toEqual({
				wrongSecret: error(/did not accept|^Authorization failed/),
				wrongHost: error(/Could not connect to .*|^ECONNREFUSED$|refused the connection/),
				missingRight: error(/does not allow access|^Forbidden/),
				failure: error(/not available|not able to process/),
			});
		});
	},
);
