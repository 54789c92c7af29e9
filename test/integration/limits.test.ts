import { createPhraseClient } from '../../core/http/client';
import type { PhraseClient } from '../../core/http/client.types';
import { Credential } from '../../core/http/credential';
import { GET } from '../../core/http/request';
import { executeContext } from '../../n8n/inProcess';
import { until } from '../../n8n/until';
import type { LoggedRequest } from '../../sandbox';
import { CallerNode } from '../support/callerNode';
import { QUICK } from '../support/phrase';
import { useSandbox } from '../support/useSandbox';

/** What the client makes of the two limits of Phrase, as the sandbox sets them. */
const sandbox = useSandbox();

/** What the client asks for, and the sandbox may refuse. */
const PATH = '/api2/v1/projects$';

const ask = async (client: PhraseClient) => await client.send(GET`/api2/v1/projects`);

/** A client that has signed in. */
async function signedIn(backoff = QUICK.backoff): Promise<PhraseClient> {
	const { context } = await executeContext(new CallerNode(), {
		credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
	});
	const credential = new Credential(context, 'phraseTmsApi');
	const client = createPhraseClient(credential, { product: 'tms' }, { ...QUICK, backoff });
	await client.send(GET`/api2/v1/languages`);
	return client;
}

const asked = () => sandbox.requests().filter(({ path }) => path.endsWith('/projects'));
const begun = (request?: LoggedRequest) => Date.parse(request?.at ?? '');
const ended = (request?: LoggedRequest) => begun(request) + (request?.ms ?? Infinity);

/** How many of the requests were served at the same moment, at most. */
const peak = (requests: LoggedRequest[]) =>
	Math.max(
		...requests.map((one) => {
			const at = begun(one);
			return requests.filter((other) => begun(other) <= at && ended(other) > at).length;
		}),
	);

it('keeps all calls of the credential back after too many in a minute', async () => {
	const client = await signedIn({ ...QUICK.backoff, retryAfterCap: 60_000 });
	sandbox.fault({ match: { path: PATH, nth: 1 }, do: { status: 429, retryAfter: 1 } });
	await Promise.all(
		Array.from({ length: 10 }, async (_, n) => {
			if (n > 0) await until('the first one is refused', 5_000, () => sandbox.counters().byStatus[429]);
			await ask(client);
		}),
	);
	const [refused, ...others] = asked();
	expect(refused?.status).toBe(429);
	expect(others.map(({ status }) => status)).toEqual(Array(10).fill(200));
	for (const other of others) expect(begun(other) - ended(refused)).toBeGreaterThanOrEqual(990);
});

it('sends half as many at a time after too many at once, and goes on without a break', async () => {
	sandbox.configure({ serviceTimeMs: 100 });
	const client = await signedIn();
	sandbox.fault({ match: { path: PATH, nth: 10 }, do: { status: 429, atOnceLimit: 8 } });
	await Promise.all(Array.from({ length: 80 }, async () => await ask(client)));
	const refused = asked().find(({ status }) => status === 429);
	expect(asked()).toHaveLength(81);
	expect(peak(asked())).toBeGreaterThan(10);
	// What was sent before the refusal had been read is let end: the first 20, and perhaps those that follow them.
	const later = asked().slice(40);
	expect(peak(later)).toBeLessThanOrEqual(10);
	// A break would be a minute.
	expect(begun(later[0]) - ended(refused)).toBeLessThan(20_000);
});
