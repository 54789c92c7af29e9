import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import fastify, { type FastifyInstance } from 'fastify';
import { loadContracts } from './contract';
import type { Handlers } from './http/call';
import { serve, type Route } from './http/serve';
import { asyncRequestHandlers } from './routes/asyncRequests';
import { authHandlers } from './routes/auth';
import { connectorHandlers } from './routes/connectors';
import { importSettingsHandlers } from './routes/importSettings';
import { jobHandlers } from './routes/jobs';
import { languageAiHandlers } from './routes/languageAi';
import { organizationHandlers } from './routes/organization';
import { platformHandlers } from './routes/platform';
import { projectHandlers } from './routes/projects';
import { transMemoryHandlers } from './routes/transMemories';
import { webhookHandlers } from './routes/webhooks';
import type { Certificate } from './tls';
import type { World } from './world';

/** Encoded names of connector files are long. */
const MAX_PARAM_LENGTH = 4_096;
/** How long an idle connection stays open; Node's 5 seconds would end pools between two steps of a workflow. */
const KEEP_ALIVE_MS = 60_000;

/** Everything that serves an operation of the contracts, by operationId. */
const HANDLERS: Handlers = {
	...platformHandlers,
	...authHandlers,
	...organizationHandlers,
	...projectHandlers,
	...jobHandlers,
	...asyncRequestHandlers,
	...connectorHandlers,
	...importSettingsHandlers,
	...transMemoryHandlers,
	...webhookHandlers,
	...languageAiHandlers,
};

/**
 * The HTTP server: every operation of the contracts is a route, and there are no others.
 *
 * @param world - the world at the moment of the request
 * @throws Error when the contract has an operation that nothing serves, or a handler serves none
 */
export async function makeServer(
	world: () => World,
	certificate: Certificate | undefined,
): Promise<FastifyInstance> {
	const app = fastify({
		forceCloseConnections: true,
		// A HEAD on a download would spend its id.
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
		serverFactory: (listener) => {
			const options = { keepAliveTimeout: KEEP_ALIVE_MS };
			if (!certificate) return createServer(options, listener);
			return createTlsServer({ ...options, key: certificate.key, cert: certificate.cert }, listener);
		},
	});
	// Bodies are read after the token has been checked, and large ones as streams: fastify is to leave them alone.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, _payload, done) => done(null));
	const unused = new Set(Object.keys(HANDLERS));
	for (const contract of await loadContracts()) {
		for (const operation of contract.operations) {
			const handler = HANDLERS[operation.operationId];
			if (!handler) throw new Error(`nothing serves the operation ${operation.operationId}`);
			unused.delete(operation.operationId);
			const route: Route = { contract, operation, handler };
			app.route({
				method: operation.method,
				url: operation.route,
				handler: (request, reply) => serve(route, request, reply, world()),
			});
		}
	}
	if (unused.size > 0) throw new Error(`no contract has the operations ${[...unused].join(', ')}`);
	app.setNotFoundHandler((request, reply) => serve(undefined, request, reply, world()));
	return app;
}
