import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import fastify, { type FastifyInstance } from 'fastify';
import { contracts } from './contract';
import { Router } from './http/router';
import { serve, type Route } from './http/serve';
import { defaultHandlers } from './plain/defaultHandlers';
import { HANDLERS } from './routes';
import { seedPlain } from './seed/plain';
import type { Certificate } from './tls';
import type { World } from './world';

/** How long an idle connection stays open; Node's 5 seconds would end pools between two steps of a workflow. */
const KEEP_ALIVE_MS = 60_000;

/**
 * The HTTP server: every operation of the contracts is a route, and there are no others.
 *
 * @param world - the world at the moment of the request
 * @throws Error when a handler serves no operation
 */
export async function makeServer(
	world: () => World,
	certificate: Certificate | undefined,
): Promise<FastifyInstance> {
	const app = fastify({
		forceCloseConnections: true,
		serverFactory: (listener) => {
			const options = { keepAliveTimeout: KEEP_ALIVE_MS };
			if (!certificate) return createServer(options, listener);
			return createTlsServer({ ...options, key: certificate.key, cert: certificate.cert }, listener);
		},
	});
	// Bodies are read after the token has been checked, and large ones as streams: fastify is to leave them alone.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, _payload, done) => done(null));
	const known = router();
	app.all('/*', (request, reply) => serve(known, request, reply, world()));
	return app;
}

let made: Router | undefined;

/**
 * Finds what serves a request; the same for each server of the process.
 *
 * @throws Error when a handler serves no operation
 */
function router(): Router {
	return (made ??= new Router(makeRoutes()));
}

/** Every operation of the contracts with what serves it. */
function makeRoutes(): Route[] {
	const unused = new Set(Object.keys(HANDLERS));
	const handled: ReadonlySet<string> = new Set(unused);
	const seeded = new Set(Object.keys(seedPlain()));
	const routes = contracts().flatMap((contract) => {
		const byDefault = defaultHandlers(contract, handled, seeded);
		return contract.operations.map((operation) => {
			unused.delete(operation.operationId);
			const handler = HANDLERS[operation.operationId] ?? byDefault.get(operation.operationId);
			if (!handler) throw new Error(`nothing serves the operation ${operation.operationId}`);
			return { contract, operation, handler };
		});
	});
	if (unused.size > 0) throw new Error(`no contract has the operations ${[...unused].join(', ')}`);
	return routes;
}
