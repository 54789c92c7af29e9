import type { IExecuteData, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import type { SleepingWork } from '../operation/slept';
import type { StartedWork } from '../operation/startedWork';
import { sleepIn, storeSleep, type Sleep } from './sleepState';

/** One piece of work that a sleeping execution waits for. */
export interface PendingWork {
	/** Its place among all works of the sleep. */
	place: number;
	work: StartedWork;
}

/** What has been found out of a work: its state when it ended well, or what a callback says of its failure. */
export type Found = Pick<SleepingWork, 'state' | 'failure'>;

/** A node in which an execution sleeps, as n8n stored it. */
export class Sleeper {
	private constructor(
		private readonly executeData: IExecuteData,
		private readonly sleep: Sleep,
		private readonly executionId: string,
	) {}

	/** The sleep of the node that a callback comes to; undefined when n8n has stored none. */
	static in(context: IWebhookFunctions): Sleeper | undefined {
		// Not part of n8n's interface, and all there is to make the node run again. Reading it costs nothing, whereas
		// n8n 2 makes a V8 isolate for an expression.
		const { executeData } = context as IWebhookFunctions & { executeData?: IExecuteData };
		const sleep = executeData && sleepIn(executeData);
		return sleep && new Sleeper(executeData, sleep, context.getExecutionId());
	}

	/** The URL that wakes the execution, as it was given to Phrase, without what we add to it. */
	get url(): string | undefined {
		return this.executeData.metadata?.resumeUrl;
	}

	/** The works that had not ended when the execution went to sleep. */
	get pending(): PendingWork[] {
		return this.sleep.items
			.flatMap(({ works = [] }) => works)
			.flatMap((one, place) =>
				'error' in one || one.state !== undefined ? [] : [{ place, work: one.work }],
			);
	}

	/** Names this sleep among all of this n8n. */
	get key(): string {
		return `${this.executionId} ${this.sleep.since} ${this.sleep.callbacks}`;
	}

	/**
	 * Wakes the execution. n8n lets it go on behind the node that slept, by disabling that node in what it has stored.
	 * Ours has to run again: it makes items, or errors, of what Phrase says, in the process that n8n chooses for
	 * executions.
	 *
	 * @param found what has been found out, by the place of the work
	 * @returns the items for n8n to run the node with
	 */
	wake(found: ReadonlyMap<number, Found>): INodeExecutionData[] {
		let place = 0;
		const items = this.sleep.items.map((item) => ({
			...item,
			...(item.works && { works: item.works.map((one) => ({ ...one, ...found.get(place++) })) }),
		}));
		storeSleep(this.executeData, { ...this.sleep, callbacks: this.sleep.callbacks + 1, items });
		this.executeData.node.disabled = false;
		return items.map(({ input }) => input);
	}
}
