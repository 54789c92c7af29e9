import { GET } from '../../core/http/request';
import { CredentialStore } from '../../n8n/inProcess';
import { ScriptedPhrase } from '../support/phrase';
import { json } from '../support/server';

const SETTINGS = { N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32' };

beforeAll(() => Object.assign(process.env, SETTINGS));

afterAll(() => {
	for (const name of Object.keys(SETTINGS)) Reflect.deleteProperty(process.env, name);
});

it("goes only where n8n's network rules allow", async () => {
	const phrase = await ScriptedPhrase.start((response) => json(response, 200, { ok: true }));
	try {
		const allowed = await phrase.client();
		expect((await allowed.send(GET`/api2/v1/a`)).status).toBe(200);

		const refused = await phrase.client({
			credentials: new CredentialStore({
				phraseTmsApi: phrase.credential({ tmsUrl: 'http://192.168.7.7/web' }),
			}),
		});
		await expect(refused.send(GET`/api2/v1/a`)).rejects.toThrow(
			"n8n's network rules do not allow calls to 192.168.7.7",
		);

		// The same host by another of its addresses.
		const otherAddress = await phrase.client({
			credentials: new CredentialStore({
				phraseTmsApi: phrase.credential({ tmsUrl: 'http://[::1]:9/web' }),
			}),
		});
		await expect(otherAddress.send(GET`/api2/v1/a`)).rejects.toThrow(
			"n8n's network rules do not allow calls to [::1]",
		);
		const otherPlatform = await phrase.client({
			credentials: new CredentialStore({
				phraseTmsApi: phrase.credential({ platformUrl: 'http://192.168.7.7/idm' }),
			}),
		});
		await expect(otherPlatform.send(GET`/api2/v1/a`)).rejects.toThrow(
			"n8n's network rules do not allow calls to 192.168.7.7",
		);
	} finally {
		await phrase.close();
	}
});
