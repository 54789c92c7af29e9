import type { WebhookCall } from '../../../core/phrase/webhooks/webhookCall';
import { NewestFirst } from '../../../core/phrase/webhooks/newestFirst';

/** What is known of the events that a node has taken. Times are in seconds since 1970. */
export interface Taken {
	/** Whether an event is remembered as taken. */
	has(eventUid: string): boolean;
	/** When the newest event that was taken had happened; while there is none, when the webhook was registered. */
	lastSeenAt: number;
	/** Since when all events that were taken are remembered. */
	rememberedSince: number;
}

/** The attempts to deliver one event. Those whose time cannot be read count as the newest. */
interface Delivery {
	eventUid?: string;
	/** When the first attempt was made, in seconds since 1970. */
	firstAt: number;
	/** When the last attempt was made, in seconds since 1970. */
	lastAt: number;
	/** UID of the last attempt. */
	lastUid: string;
	/** Whether an attempt was answered with success. */
	succeeded: boolean;
}

/** From the first to the last attempt Phrase takes 3.5 hours: ten repetitions, at most half an hour apart. */
const LONGEST_DELIVERY_SECONDS = 5 * 60 * 60;

/** Entries in an order before it is believed in. */
const ENOUGH_IN_ORDER = 50;

/** Finds, in the history of a webhook, the events that Phrase could not deliver. */
export class MissedEvents {
	private readonly deliveries = new Map<string, Delivery>();

	/** How many attempts were added. */
	private count = 0;
	private readonly order = new NewestFirst();

	constructor(private readonly taken: Taken) {}

	/** Adds an attempt, in any order; the same attempt may come twice. */
	add({ uid, parentUid, eventUid, madeAt, succeeded }: WebhookCall): void {
		this.count += 1;
		this.order.add(madeAt);
		const key = eventUid ?? parentUid ?? uid;
		const known = this.deliveries.get(key);
		const isLast = known === undefined || madeAt >= known.lastAt;
		this.deliveries.set(key, {
			eventUid,
			firstAt: Math.min(madeAt, known?.firstAt ?? Infinity),
			lastAt: isLast ? madeAt : known.lastAt,
			lastUid: isLast ? uid : known.lastUid,
			succeeded: succeeded || known?.succeeded === true,
		});
	}

	/**
	 * Whether older attempts change nothing. Phrase does not say in which order it lists them, so this is never so
	 * unless all that were added came newest first.
	 */
	get isComplete(): boolean {
		const { lastSeenAt, rememberedSince } = this.taken;
		const horizon = Math.min(lastSeenAt, rememberedSince) - LONGEST_DELIVERY_SECONDS;
		return this.order.holds && this.count >= ENOUGH_IN_ORDER && this.order.oldest < horizon;
	}

	/**
	 * The events that were missed: no attempt to deliver them succeeded, and the node has not taken them either.
	 *
	 * What is older than the newest event that was taken may have been taken and forgotten, and is left out. But not as
	 * far as all that was taken is remembered: new events come in before the ones that were missed are looked for.
	 *
	 * @returns UIDs of the attempts to replay: one for each event, in the order in which the events were first sent
	 */
	uids(): string[] {
		const { taken } = this;
		return [...this.deliveries.values()]
			.filter(({ succeeded }) => !succeeded)
			.filter(({ eventUid }) => eventUid === undefined || !taken.has(eventUid))
			.filter(({ firstAt, lastAt }) => lastAt >= taken.lastSeenAt || firstAt >= taken.rememberedSince)
			.sort((one, other) => compare(one.firstAt, other.firstAt))
			.map(({ lastUid }) => lastUid);
	}
}

/** Infinity minus itself is no number to sort by. */
function compare(one: number, other: number): number {
	return one === other ? 0 : one - other;
}
