import { z } from 'zod/v4';
import { subjectOf } from '../eventSubject';
import type { World } from '../world';

/** REST names of the statuses a job can have. */
const jobStatusSchema = z.enum([
	'NEW',
	'ACCEPTED',
	'DECLINED',
	'REJECTED',
	'DELIVERED',
	'EMAILED',
	'COMPLETED',
	'CANCELLED',
]);

const emittedEventSchema = z.strictObject({
	/** Its name. Phrase need not have it, but webhooks get only what they are registered for. */
	event: z.string().min(1),
	/** Jobs it is about; the project's first job when missing. */
	jobUids: z.array(z.string()).optional(),
	/** Project it belongs to; that of the first job, or else the seed's, when missing. */
	projectUid: z.string().optional(),
	/** REST name of the status that its job parts show; the jobs' own when missing. */
	status: jobStatusSchema.optional(),
	/** What its body holds besides the envelope, instead of what Phrase would put there. */
	body: z.record(z.string(), z.unknown()).optional(),
	/** A new one when missing. */
	eventUid: z.string().min(1).optional(),
	/** How many such events, each with a uid of its own; 1 when missing. */
	count: z.number().int().min(1).optional(),
});

/** One event to emit, or several. */
export const emitSchema = z.union([emittedEventSchema, z.array(emittedEventSchema)]);

/** An event to emit. */
export type EmittedEvent = z.infer<typeof emittedEventSchema>;

/**
 * Sends events to the webhooks that listen to them, without anything else happening.
 *
 * @returns the events' uids
 * @throws ZodError for wrong input, ApiError 404 for an unknown project or job; nothing is sent then
 */
export function emit(world: World, events: EmittedEvent | EmittedEvent[]): string[] {
	const wanted = [emitSchema.parse(events)]
		.flat()
		.map((event) => ({ ...event, subject: subjectOf(world, event) }));
	return wanted.flatMap(({ event, subject, eventUid, body: data, count = 1 }) =>
		Array.from({ length: count }, () => world.events.emit(event, subject, { eventUid, data })),
	);
}

/**
 * Gives jobs another status, which webhooks are told of.
 *
 * @param status - REST name
 * @returns the uids of the events
 * @throws ZodError for an unknown status, ApiError 404 for an unknown job; nothing is changed then
 */
export function setJobStatus(world: World, jobUids: string[], status: string): string[] {
	const jobs = jobUids.map((uid) => world.jobs.byUid(uid));
	return world.jobs.setStatus(jobs, jobStatusSchema.parse(status));
}
