import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import fastify, { type FastifyInstance } from 'fastify';
import { loadContracts, type Contract } from './contract';
import { serve, type Route } from './http/serve';
import { HANDLERS } from './routes';
import type { Certificate } from './tls';
import type { World } from './world';

/** Encoded names of connector files are long. */
const MAX_PARAM_LENGTH = 4_096;
/** How long an idle connection stays open; Node's 5 seconds would end pools between two steps of a workflow. */
const KEEP_ALIVE_MS = 60_000;

/**
 * The HTTP server: every operation of the contracts is a route, and there are no others.
 *
 * @param world - the world at the moment of the request
 * @throws Error when operations and handlers do not fit each other
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
	for (const route of makeRoutes(await loadContracts())) {
		app.route({
			method: route.operation.method,
			url: route.operation.route,
			handler: (request, reply) => serve(route, request, reply, world()),
		});
	}
	app.setNotFoundHandler((request, reply) => serve(undefined, request, reply, world()));
	return app;
}

/**
 * Every operation of the contracts with what serves it.
 *
 * @throws Error when nothing serves an operation, or a handler serves none
 */
function makeRoutes(contracts: Contract[]): Route[] {
	const unused = new Set(Object.keys(HANDLERS));
	const routes = contracts.flatMap((contract) =>
		contract.operations.map((operation) => {
			const handler = HANDLERS[operation.operationId];
			if (!handler) throw new Error(`nothing serves the operation ${operation.operationId}`);
			unused.delete(operation.operationId);
			return { contract, operation, handler };
		}),
	);
	if (unused.size > 0) throw new Error(`no contract has the operations ${[...unused].join(', ')}`);
	return routes;
}
