import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { Relay } from './relay';

/** A Phrase that is near or far. */
export interface Distance {
	/** How it is named in tables. */
	name: string;
	/** Scheme, host and port where it is reached. */
	url: string;
	roundTripMs: number;
}

/** A sandbox over TLS, and the ways to it. */
export interface NearAndFar {
	sandbox: Sandbox;
	near: Distance;
	far: Distance;
}

/** Round trip to a Phrase that is far away, ms. */
const FAR_MS = 40;

/**
 * Does something with a sandbox over TLS that is reached on the loopback interface, and through a relay that adds 40 ms
 * to each round trip.
 */
export async function nearAndFar<T>(
	options: SandboxOptions,
	use: (places: NearAndFar) => Promise<T>,
): Promise<T> {
	const sandbox = await startSandbox({ tls: true, ...options });
	const relay = await Relay.start(Number(new URL(sandbox.url).port), FAR_MS);
	try {
		return await use({
			sandbox,
			near: { name: 'loopback TLS', url: sandbox.url, roundTripMs: 0 },
			far: {
				name: `TLS, ${FAR_MS} ms round trip`,
				url: `https://127.0.0.1:${relay.port}`,
				roundTripMs: FAR_MS,
			},
		});
	} finally {
		await relay.close();
		await sandbox.close();
	}
}

/** A credential of a sandbox with a token that is there already, by a certain way. */
export function credentialBy({ url }: Distance, sandbox: Sandbox): Record<string, unknown> {
	return JSON.parse(
		JSON.stringify(sandbox.credentials.phraseTmsApiToken).replaceAll(sandbox.url, url),
	) as Record<string, unknown>;
}
