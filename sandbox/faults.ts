import { z } from 'zod/v4';
import { seededRandom, type Random } from './seededRandom';

const matchSchema = z.strictObject({
	/** HTTP method; any when missing. */
	method: z.string().optional(),
	/** Regular expression over the path; any when missing. */
	path: z.string().optional(),
	/** Only the n-th matching request, counted from 1. */
	nth: z.number().int().min(1).optional(),
	/** At most this many requests. */
	times: z.number().int().min(1).optional(),
	/** Share of the matching requests, 0–1, by repeatable chance. */
	rate: z.number().min(0).max(1).optional(),
});

const actionSchema = z.union([
	/**
	 * Answers with this status instead of serving the request. `retryAfter` becomes the header Retry-After
	 * (seconds, or a text such as an HTTP date). `atOnceLimit` makes a 429 the one for too many requests at
	 * the same time, with this limit in the headers Ratelimit-Limit and Ratelimit-Remaining. Without it, a
	 * 429 is the one for too many in a minute. `body` is `error` (the product's own form, the default),
	 * `html`, `empty` or any other text. `performed` serves the request first and throws its answer away.
	 */
	z.strictObject({
		status: z.number().int().min(200).max(599),
		retryAfter: z.union([z.number(), z.string()]).optional(),
		atOnceLimit: z.number().int().min(1).optional(),
		body: z.string().optional(),
		performed: z.boolean().optional(),
	}),
	/** Ends the connection without an answer: `before` the request is served, or `after` it was. */
	z.strictObject({ reset: z.enum(['before', 'after']) }),
	/** Sends the whole Content-Length but ends the connection after this share (0–1) of the body. */
	z.strictObject({ cut: z.number().min(0).max(1) }),
	/** Waits before the headers and between the chunks of the body, ms. */
	z.strictObject({
		slow: z.strictObject({ headersMs: z.number().min(0).optional(), chunkMs: z.number().min(0).optional() }),
	}),
	/** Serves the request and answers with its status, but without a body. */
	z.strictObject({ empty: z.literal(true) }),
]);

/** A rule that makes some requests go wrong. */
export const faultSchema = z.strictObject({ match: matchSchema, do: actionSchema });

export type Fault = z.infer<typeof faultSchema>;
export type FaultAction = Fault['do'];

/** A rule at work. */
export interface ActiveFault extends Fault {
	id: number;
	/** Requests that matched method and path. */
	matched: number;
	/** Requests that the rule acted on. */
	fired: number;
}

/** The rules; the first one that applies to a request acts on it. */
export class Faults {
	private readonly rules: Array<{ fault: ActiveFault; path: RegExp; random: Random }> = [];

	private lastId = 0;

	/**
	 * @throws ZodError or SyntaxError when the rule or its regular expression is wrong
	 */
	add(fault: Fault): ActiveFault {
		const checked = faultSchema.parse(fault);
		const path = new RegExp(checked.match.path ?? '');
		this.lastId += 1;
		const active = { ...checked, id: this.lastId, matched: 0, fired: 0 };
		this.rules.push({ fault: active, path, random: seededRandom(`fault:${this.lastId}`) });
		return active;
	}

	list(): ActiveFault[] {
		return this.rules.map(({ fault }) => ({ ...fault }));
	}

	clear(): void {
		this.rules.length = 0;
	}

	/** Decides whether this request goes wrong, and how. */
	pick(method: string, path: string): ActiveFault | undefined {
		return this.rules.find((rule) => applies(rule, method, path))?.fault;
	}
}

function applies(
	rule: { fault: ActiveFault; path: RegExp; random: Random },
	method: string,
	path: string,
): boolean {
	const { fault } = rule;
	const { match } = fault;
	if (match.method && match.method.toUpperCase() !== method) return false;
	if (!rule.path.test(path)) return false;
	fault.matched += 1;
	if (match.nth !== undefined && fault.matched !== match.nth) return false;
	if (match.times !== undefined && fault.fired >= match.times) return false;
	if (match.rate !== undefined && rule.random() >= match.rate) return false;
	fault.fired += 1;
	return true;
}
