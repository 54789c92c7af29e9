import type { FastifyInstance } from 'fastify';
import { ZodError, z } from 'zod/v4';
import type { SandboxConfigPatch } from '../config';
import type { ReadyJobs } from './readyJobs';
import { emitSchema } from './emit';
import { ApiError } from '../errors';
import type { Fault } from '../faults';
import type { Sandbox } from '../index';

/** Root of the sandbox's own endpoints; they are not logged, counted, delayed or broken by faults. */
export const CONTROL_ROOT = '/_sandbox';

/** Thousands of events may be emitted at once. */
const MAX_EMIT_BYTES = 64 * 1024 * 1024;

/** The sandbox's own interface over HTTP: the same as the one in code, for what runs in another process. */
export function registerControl(app: FastifyInstance, sandbox: Sandbox): void {
	app.addContentTypeParser(
		'application/json',
		{ parseAs: 'string' },
		app.getDefaultJsonParser('ignore', 'ignore'),
	);

	app.setErrorHandler((error, _request, reply) => {
		const status = error instanceof ApiError ? error.status : error instanceof ZodError ? 400 : 500;
		const message = error instanceof ZodError ? z.prettifyError(error) : String(error);
		return reply.status(status).send({ error: message });
	});

	app.get('/seed', () => sandbox.seed);
	app.get('/credentials', () => sandbox.credentials);
	app.get('/requests', () => sandbox.requests());
	app.get('/counters', () => sandbox.counters());
	app.get('/callbacks', () => sandbox.callbacks());
	app.get('/webhooks', () => sandbox.webhooks());
	app.get('/webhookCalls', () => sandbox.webhookCalls());
	app.post<{ Params: { uid: string } }>('/webhooks/:uid/disable', ({ params }) => {
		sandbox.disableWebhook(params.uid);
		return sandbox.webhooks();
	});
	app.delete<{ Params: { uid: string } }>('/webhooks/:uid', ({ params }) => {
		sandbox.deleteWebhook(params.uid);
		return sandbox.webhooks();
	});
	app.post('/events', { bodyLimit: MAX_EMIT_BYTES }, ({ body }) => sandbox.emit(emitSchema.parse(body)));
	app.post('/events/redeliver', { bodyLimit: MAX_EMIT_BYTES }, ({ body }) => {
		sandbox.redeliver(z.strictObject({ eventUids: z.array(z.string()) }).parse(body).eventUids);
		return sandbox.counters();
	});
	app.get('/events/delivered', async () => {
		await sandbox.delivered();
		return sandbox.counters();
	});
	app.get('/config', () => sandbox.config());
	app.post('/configure', (request) => sandbox.configure(request.body as SandboxConfigPatch));
	app.post('/faults', (request) => sandbox.fault(request.body as Fault));
	app.get('/faults', () => sandbox.faults());
	app.delete('/faults', () => {
		sandbox.clearFaults();
		return sandbox.faults();
	});
	app.post('/tokens/revoke', () => {
		sandbox.revokeTokens();
		return sandbox.counters();
	});
	app.post('/advance', (request) => {
		sandbox.advance(z.strictObject({ ms: z.number().min(0) }).parse(request.body).ms);
		return sandbox.counters();
	});
	app.post('/reset', async () => {
		await sandbox.reset();
		return sandbox.counters();
	});
	app.post('/jobs', (request) => sandbox.createJobs((request.body ?? {}) as ReadyJobs));
	app.post('/jobs/status', ({ body }) => {
		const { jobUids, status } = z
			.strictObject({ jobUids: z.array(z.string()), status: z.string() })
			.parse(body);
		return sandbox.setJobStatus(jobUids, status);
	});
	app.get<{ Params: { uid: string } }>('/jobs/:uid', ({ params }) => sandbox.job(params.uid));
	app.get<{ Params: { uid: string } }>('/fileTranslations/:uid', ({ params }) =>
		sandbox.fileTranslation(params.uid),
	);
	app.get('/ca.pem', (_request, reply) => reply.type('application/x-pem-file').send(sandbox.caPem ?? ''));
}
