import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIPv6, type AddressInfo } from 'node:net';
import type { CallbackAttempt } from './callbacks';
import { DEFAULT_CONFIG, patchConfig, type SandboxConfig, type SandboxConfigPatch } from './config';
import { emit, setJobStatus, type EmittedEvent } from './control/emit';
import { fileTranslationFacts, jobFacts, type FileTranslationFacts, type JobFacts } from './control/facts';
import { createReadyJobs, type ReadyJobs } from './control/readyJobs';
import { CONTROL_ROOT, registerControl } from './control/routes';
import { makeCredentials, type SandboxCredentials, type SandboxUrls } from './credentials';
import type { ActiveFault, Fault } from './faults';
import type { LoggedRequest, SandboxCounters } from './requestLog';
import { makeServer } from './server';
import type { Webhook, WebhookCall } from './model/webhook';
import type { Seed } from './seed/describe';
import { makeCertificate } from './tls';
import { World } from './world';

export type { CallbackAttempt } from './callbacks';
export {
	PHRASE_CALLBACK_SCHEDULE_MS,
	TIMES,
	type SandboxConfig,
	type SandboxConfigPatch,
	type SandboxTimes,
} from './config';
export type { EmittedEvent } from './control/emit';
export type { FileFacts, FileTranslationFacts, JobFacts } from './control/facts';
export type { ReadyJobs } from './control/readyJobs';
export type { SandboxCredentials } from './credentials';
export type { ActiveFault, Fault } from './faults';
export type { LoggedRequest, SandboxCounters } from './requestLog';
export { encodeName } from './model/connector';
export type { Webhook, WebhookCall } from './model/webhook';
export type { Seed } from './seed/describe';

/** How a sandbox starts; everything but port and TLS can be changed later by `configure`. */
export interface SandboxOptions extends SandboxConfigPatch {
	/** TCP port; 0 (the default) takes a free one. */
	port?: number;
	/** Address to listen on, 127.0.0.1 by default. At `0.0.0.0` or `::`, whoever reaches this machine gets in. */
	host?: string;
	/** Serve over TLS with a fresh self-signed certificate, see `caPem` and `caFile`. */
	tls?: boolean;
}

/** A running sandbox: a local Phrase with TMS, Language AI and the Platform's token exchange. */
export interface Sandbox extends SandboxUrls {
	/** Scheme, host and port. */
	readonly url: string;
	/** Ready n8n credential data for every way in. */
	readonly credentials: SandboxCredentials;
	/** Well-known uids; the same after every start and reset. */
	readonly seed: Seed;
	/** The certificate that clients must trust, PEM; only with TLS. */
	readonly caPem?: string;
	/** Path of a file with that certificate, for NODE_EXTRA_CA_CERTS; only with TLS. */
	readonly caFile?: string;
	/** The newest API requests, oldest first. */
	requests(): LoggedRequest[];
	counters(): SandboxCounters;
	/** The attempts to deliver callbacks, oldest first. */
	callbacks(): CallbackAttempt[];
	/** The webhooks that are registered, with their secret tokens, oldest first. */
	webhooks(): Webhook[];
	/** Every attempt to deliver an event to a webhook, oldest first: the newest 50,000 of 14 days. */
	webhookCalls(): WebhookCall[];
	/** Makes a webhook DISABLED, as Phrase does after too many failures. Throws ApiError 404. */
	disableWebhook(uid: string): void;
	/** Deletes a webhook, as someone may in Phrase's settings. Throws ApiError 404. */
	deleteWebhook(uid: string): void;
	/**
	 * Sends events to the webhooks that listen to them; what they tell of does not happen.
	 *
	 * @returns the uids of the events, in their order
	 * @throws ZodError for wrong input, ApiError for an unknown project or job
	 */
	emit(events: EmittedEvent | EmittedEvent[]): string[];
	/**
	 * Delivers events that were sent already a second time, with the same body.
	 *
	 * @throws ApiError 404 for an event that was sent to nobody
	 */
	redeliver(eventUids: string[]): void;
	/**
	 * Gives jobs another status and tells the webhooks: one event per project.
	 *
	 * @param status - REST name
	 * @returns the uids of the events
	 * @throws ZodError for wrong input, ApiError for an unknown job
	 */
	setJobStatus(jobUids: string[], status: string): string[];
	/** Resolves when every event has been delivered, or given up after its last retry. */
	delivered(): Promise<void>;
	config(): SandboxConfig;
	/**
	 * Changes the configuration from now on.
	 *
	 * @returns the configuration in force
	 * @throws ZodError for an unknown member or a wrong value
	 */
	configure(patch: SandboxConfigPatch): SandboxConfig;
	/**
	 * Makes requests go wrong.
	 *
	 * @throws ZodError or SyntaxError for a wrong rule
	 */
	fault(fault: Fault): ActiveFault;
	/** The rules, with how often each has matched and fired. */
	faults(): ActiveFault[];
	clearFaults(): void;
	/** Makes every session token invalid. */
	revokeTokens(): void;
	/**
	 * Lets time pass at once: what takes this long ends now, and calls back.
	 *
	 * @param ms - milliseconds
	 */
	advance(ms: number): void;
	/**
	 * Makes jobs that are imported already.
	 *
	 * @throws ZodError for wrong input, ApiError for an unknown project
	 */
	createJobs(wanted: ReadyJobs): Array<{ uid: string; projectUid: string; filename: string }>;
	/** Facts about a job and its files' checksums. Rejects for an unknown uid. */
	job(uid: string): Promise<JobFacts>;
	/** Facts about a file translation and its files' checksums. Rejects for an unknown uid. */
	fileTranslation(uid: string): Promise<FileTranslationFacts>;
	/** Back to the seed: state, configuration, faults, log and counters. Session tokens stay as they are. */
	reset(): Promise<void>;
	/** Stops; open connections are destroyed and no timer stays behind. */
	close(): Promise<void>;
}

/**
 * Starts a sandbox.
 *
 * @throws ZodError for a wrong configuration, Error when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', tls = false, ...patch } = options;
	const startConfig = patchConfig(DEFAULT_CONFIG, patch);
	const certificate = tls ? await makeCertificate(host) : undefined;
	let world = new World(startConfig);
	const app = await makeServer(() => world, certificate);

	const sandbox: Sandbox = {
		...urlsOf(''),
		caPem: certificate?.cert,
		caFile: certificate?.caFile,
		get seed() {
			return world.seed;
		},
		requests: () => world.log.list(),
		counters: () => structuredClone(world.log.counters),
		callbacks: () => world.callbacks.list(),
		webhooks: () => structuredClone(world.events.webhooks.list()),
		webhookCalls: () => world.events.calls.list().map((call) => ({ ...call })),
		disableWebhook: (uid) => world.events.webhooks.disable(uid),
		deleteWebhook: (uid) => world.events.webhooks.delete(uid),
		emit: (events) => emit(world, events),
		redeliver: (eventUids) => world.events.redeliver(eventUids),
		setJobStatus: (jobUids, status) => setJobStatus(world, jobUids, status),
		delivered: async () => world.events.idle(),
		config: () => structuredClone(world.config),
		configure: (change) => {
			world.configure(change);
			return sandbox.config();
		},
		fault: (fault) => world.faults.add(fault),
		faults: () => world.faults.list(),
		clearFaults: () => world.faults.clear(),
		revokeTokens: () => world.tokens.revokeAll(),
		advance: (ms) => world.clock.advance(ms),
		createJobs: (wanted) => createReadyJobs(world, wanted),
		job: async (uid) => jobFacts(world, uid),
		fileTranslation: async (uid) => fileTranslationFacts(world, uid),
		reset: async () => {
			await arrivals(sandbox);
			const old = world;
			world = new World(startConfig, old.tokens.sessions);
			await old.close();
		},
		close: async () => {
			await world.close();
			await app.close();
			await certificate?.remove();
		},
	};

	await app.register(async (control) => registerControl(control, sandbox), { prefix: CONTROL_ROOT });
	await app.listen({ port, host });
	const address = app.server.address() as AddressInfo;
	return Object.assign(sandbox, urlsOf(`${tls ? 'https' : 'http'}://${inUrl(host)}:${address.port}`));
}

/** How URLs name the address that is listened on; one that stands for all is named by the loopback one among them. */
function inUrl(host: string): string {
	if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
	return isIPv6(host) ? `[${host}]` : host;
}

/**
 * Waits until the requests that are on their way have arrived. Those of a client that has given up are not to
 * be taken for the first ones after a reset. Whatever was sent before a call of our own is read before that
 * is answered.
 */
async function arrivals({ url, caPem }: Sandbox): Promise<void> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		const get = caPem === undefined ? http.get : https.get;
		get(`${url}${CONTROL_ROOT}/config`, { agent: false, ca: caPem }, resolve).once('error', reject);
	});
	await once(answer.resume(), 'end');
}

function urlsOf(url: string): SandboxUrls & { url: string; credentials: SandboxCredentials } {
	const urls = { tmsUrl: `${url}/web`, platformUrl: `${url}/idm`, languageAiUrl: `${url}/smt/api` };
	return { url, ...urls, credentials: makeCredentials(urls) };
}
