import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IVersionedNodeType } from 'n8n-workflow';

/** Package and version of a new HTTP Request node in n8n 2.41. */
export const AS_SHIPPED = { from: 'n8n-nodes-base', typeVersion: 4.5 };

/** n8n's own HTTP Request node, as the n8n of the benchmarks ships it. */
export function httpRequest(): IVersionedNodeType {
	const load = createRequire(join(process.env.BENCH_N8N_FOLDER ?? '', 'package.json'));
	const { HttpRequest } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js') as {
		HttpRequest: new () => IVersionedNodeType;
	};
	return new HttpRequest();
}

/** Parameters with which it signs in with a credential of this package. */
export const SIGNED_IN = { authentication: 'predefinedCredentialType', nodeCredentialType: 'phraseTmsApi' };
