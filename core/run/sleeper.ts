import type { IDataObject, IExecuteData, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { sleepMarkIn } from './sleepMark';
import { sleepIn, storeSleep } from './sleepState';

/** One piece of work that a sleeping execution waits for. */
export interface PendingWork {
	/** The members of the sleeping item. */
	json: IDataObject;
	/** Which of the node's input items it belongs to. */
	itemIndex: number;
}

/** A node in which an execution sleeps, as n8n stored it. */
export class Sleeper {
	private readonly executeData: IExecuteData | undefined;
	private readonly items: INodeExecutionData[];

	constructor(private readonly context: IWebhookFunctions) {
		// Not part of n8n's interface, and all there is to make the node run again. Reading it costs nothing, whereas
		// n8n 2 makes a V8 isolate for an expression.
		({ executeData: this.executeData } = context as IWebhookFunctions & { executeData?: IExecuteData });
		this.items =
			this.executeData?.data.main?.[0] ??
			(context.evaluateExpression('{{ $input.all() }}', 0) as unknown as INodeExecutionData[]);
	}

	/** The URL that wakes the execution, as it was given to Phrase, without what we add to it. */
	get url(): string | undefined {
		return this.executeData?.metadata?.resumeUrl;
	}

	/** The work that had not ended when the execution went to sleep. */
	get pending(): PendingWork[] {
		return this.items.flatMap(({ json, pairedItem }, index) =>
			sleepMarkIn(json) === undefined ? [] : [{ json, itemIndex: itemIndexIn(pairedItem) ?? index }],
		);
	}

	/** Names this sleep among all of this n8n; undefined when nothing is waited for. */
	get key(): string | undefined {
		const mark = this.items.map(({ json }) => sleepMarkIn(json)).find((one) => one !== undefined);
		return mark && `${this.context.getExecutionId()} ${mark.since} ${mark.callbacks}`;
	}

	/**
	 * Wakes the execution. n8n lets it go on behind the node that slept, by disabling that node in what it has stored.
	 * Ours has to run again: it makes items, or errors, of what Phrase says, in the process that n8n chooses for
	 * executions. Where n8n does not let it, the items go on as they are, and the next node meets what Phrase says.
	 *
	 * @param failure what the callback said of work that failed, where only callbacks tell
	 * @returns the items for n8n to go on with
	 */
	wake(failure?: { work: PendingWork; words: string }): INodeExecutionData[] {
		const sleep = this.executeData && sleepIn(this.executeData);
		if (this.executeData === undefined || sleep === undefined) return this.items.map(awake);
		const items = sleep.items.map((item, index) =>
			failure?.work.itemIndex === index ? { ...item, failure: failure.words } : item,
		);
		storeSleep(this.executeData, { ...sleep, callbacks: sleep.callbacks + 1, items });
		this.executeData.node.disabled = false;
		return items.map(({ input }) => input);
	}
}

function itemIndexIn(pairedItem: INodeExecutionData['pairedItem']): number | undefined {
	return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined;
}

function awake(item: INodeExecutionData, index: number): INodeExecutionData {
	const mark = sleepMarkIn(item.json);
	const wait = mark && { ...mark, ended: true, timedOut: false, callbacks: mark.callbacks + 1 };
	return { ...item, json: { ...item.json, ...(wait && { wait }) }, pairedItem: { item: index } };
}
