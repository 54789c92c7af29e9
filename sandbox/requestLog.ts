const MAX_ENTRIES = 20_000;
const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** One request as the log keeps it: everything but bodies and secrets. */
export interface LoggedRequest {
	/** When it arrived, ISO 8601. */
	at: string;
	method: string;
	path: string;
	query: string;
	headers: Record<string, string | string[] | undefined>;
	/** Operation of the contract; missing when no operation has this path. */
	operationId?: string;
	/** HTTP status; missing while the request runs, 0 when the connection ended without an answer. */
	status?: number;
	/** How long the answer took, to its last byte, ms. */
	ms?: number;
	/** Which connection carried it; numbers grow in the order of first use. */
	connectionId: number;
	/** The fault rule that acted on it. */
	faultId?: number;
	/** What in the request broke the contract. */
	contractViolation?: string;
	/** Where it had members that the contract does not know, such as `/query/colour`; nothing came of them. */
	unknownMembers?: string[];
	/** What in the sandbox's own response broke the contract (a bug of the sandbox). */
	responseViolation?: string;
}

/** Numbers since the start or the last reset. */
export interface SandboxCounters {
	/** Connections that carried at least one API request. */
	connections: number;
	requestsTotal: number;
	/** Most API requests that were being served at the same moment. */
	requestsInFlightPeak: number;
	/** Requests per contract operation. */
	byOperation: Record<string, number>;
	/** Answers per HTTP status. */
	byStatus: Record<string, number>;
	/** Session tokens given out (token exchange, logins, OAuth2). */
	logins: number;
	/** Login attempts with wrong secrets. */
	loginsRefused: number;
	/** Requests answered 401 because of a missing, expired or revoked token. */
	unauthorized: number;
	/** Attempts to download a target file with an id that had been used before. */
	spentIdReuse: number;
	/** Jobs made for a project, file name, content and target language that had one already. */
	duplicateJobs: number;
	/** Reads of a status that a client polls: asyncRequest, connector tasks, file translation. */
	statusPolls: number;
	/** Requests that broke the contract. */
	contractViolations: number;
	/** Members of requests that the contract does not know. */
	unknownMembers: number;
	/** Responses of the sandbox that broke the contract. */
	responseViolations: number;
	/** Faults that acted. */
	faults: number;
	/** Callback attempts sent, redeliveries and duplicates included. */
	callbacksSent: number;
	/** Callback attempts that were answered 200. */
	callbacksDelivered: number;
	/** Callback attempts that were not answered 200. */
	callbacksFailed: number;
	/** Attempts to deliver an event to a webhook, retries, duplicates, tests and replays included. */
	eventsSent: number;
	/** Such attempts that were answered 200. */
	eventsDelivered: number;
	/** Such attempts that were not answered 200. */
	eventsFailed: number;
}

/** Counters that grow one by one. */
export type CounterName = {
	[Name in keyof SandboxCounters]: SandboxCounters[Name] extends number ? Name : never;
}[keyof SandboxCounters];

/** The sandbox's memory of what it was asked: the newest 20,000 requests and counters over all of them. */
export class RequestLog {
	private readonly entries: LoggedRequest[] = [];

	private readonly connectionIds = new WeakMap<object, number>();

	private inFlight = 0;

	readonly counters: SandboxCounters = {
		connections: 0,
		requestsTotal: 0,
		requestsInFlightPeak: 0,
		byOperation: {},
		byStatus: {},
		logins: 0,
		loginsRefused: 0,
		unauthorized: 0,
		spentIdReuse: 0,
		duplicateJobs: 0,
		statusPolls: 0,
		contractViolations: 0,
		unknownMembers: 0,
		responseViolations: 0,
		faults: 0,
		callbacksSent: 0,
		callbacksDelivered: 0,
		callbacksFailed: 0,
		eventsSent: 0,
		eventsDelivered: 0,
		eventsFailed: 0,
	};

	/** Adds to a counter. */
	count(name: CounterName, amount = 1): void {
		this.counters[name] += amount;
	}

	/**
	 * Notes a request that has just arrived.
	 *
	 * @param connection - the socket; only its identity is used
	 * @returns the entry, to be completed by `end`
	 */
	begin(request: Omit<LoggedRequest, 'at' | 'connectionId'>, connection: object): LoggedRequest {
		const entry: LoggedRequest = {
			at: new Date().toISOString(),
			...request,
			headers: redacted(request.headers),
			connectionId: this.connectionId(connection),
		};
		this.entries.push(entry);
		if (this.entries.length > MAX_ENTRIES) this.entries.shift();
		this.count('requestsTotal');
		const { byOperation } = this.counters;
		const operation = request.operationId ?? 'unknown';
		byOperation[operation] = (byOperation[operation] ?? 0) + 1;
		this.inFlight += 1;
		this.counters.requestsInFlightPeak = Math.max(this.counters.requestsInFlightPeak, this.inFlight);
		return entry;
	}

	/**
	 * Notes how a request ended.
	 *
	 * @param status - HTTP status, 0 for no answer
	 */
	end(entry: LoggedRequest, status: number): void {
		entry.status = status;
		entry.ms = Date.now() - Date.parse(entry.at);
		this.inFlight -= 1;
		this.counters.byStatus[status] = (this.counters.byStatus[status] ?? 0) + 1;
	}

	/** The requests, oldest first. */
	list(): LoggedRequest[] {
		return structuredClone(this.entries);
	}

	private connectionId(connection: object): number {
		const known = this.connectionIds.get(connection);
		if (known !== undefined) return known;
		this.count('connections');
		this.connectionIds.set(connection, this.counters.connections);
		return this.counters.connections;
	}
}

function redacted(headers: LoggedRequest['headers']): LoggedRequest['headers'] {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, SECRET_HEADERS.has(name) ? redact(value) : value]),
	);
}

/** Keeps the scheme (`Bearer`, `ApiToken`), which tests want to see, and hides the rest. */
function redact(value: string | string[] | undefined): string {
	return typeof value === 'string' && value.includes(' ')
		? `${value.split(' ')[0]} [redacted]`
		: '[redacted]';
}
