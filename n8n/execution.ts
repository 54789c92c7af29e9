import type { IBinaryData, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

/** An execution as n8n's REST interface gives it. */
export interface ExecutionRecord {
	id: string;
	workflowId: string;
	status: string;
	/** `flatted` text of an IRunExecutionData. */
	data: string;
}

/** Statuses of an execution that has run since it slept; one that was stopped asleep stays as it slept. */
const RUN_TO_THE_END: ReadonlySet<string> = new Set(['success', 'error']);

/** What happened in one execution, to look into. */
export class N8nExecution {
	private constructor(
		private readonly record: ExecutionRecord,
		private readonly run: IRunExecutionData,
	) {}

	/**
	 * Reads what n8n has stored. With SQLite, n8n 1 stores the status first, and then what happened. In
	 * between, an execution that has slept is ended by its status, and asleep by its data.
	 *
	 * @returns undefined when n8n has stored the status, but not yet what happened
	 */
	static async from(record: ExecutionRecord): Promise<N8nExecution | undefined> {
		const { parse } = await import('flatted');
		const run = parse(record.data) as IRunExecutionData | undefined;
		const isBehind = run?.waitTill !== undefined && RUN_TO_THE_END.has(record.status);
		return run === undefined || isBehind ? undefined : new N8nExecution(record, run);
	}

	get id(): string {
		return this.record.id;
	}

	/** `success`, `error`, `canceled`, `crashed`, `waiting`, … */
	get status(): string {
		return this.record.status;
	}

	/** Everything that n8n has stored about it, as text: what happened, as it is in the database, and all the rest. */
	get stored(): string {
		const { data, ...others } = this.record;
		return `${data}\n${JSON.stringify(others)}`;
	}

	/** Message and description of the error that ended the execution, or undefined. */
	get error(): string | undefined {
		const { error } = this.run.resultData;
		if (error === undefined) return undefined;
		const description = 'description' in error ? error.description : undefined;
		return [error.message, description].filter(Boolean).join(': ');
	}

	/** Name of the node that ran last, or undefined. */
	get lastNode(): string | undefined {
		return this.run.resultData.lastNodeExecuted;
	}

	/**
	 * Items that a node has put out in its last run.
	 *
	 * @param output which of its outputs, the first unless told otherwise
	 * @throws Error when the node has not run to its end
	 */
	items(node: string, output = 0): INodeExecutionData[] {
		const items = this.run.resultData.runData[node]?.at(-1)?.data?.main?.[output];
		if (!items) throw new Error(`Node "${node}" has put nothing out: ${this.summary()}`);
		return items;
	}

	/**
	 * What the items that a node has put out have under a key.
	 *
	 * @throws Error when an item has no text there
	 */
	texts(node: string, key: string): string[] {
		return this.items(node).map(({ json }, index) => {
			const value = json[key];
			if (typeof value !== 'string')
				throw new Error(`Item ${index} of node "${node}" has no text under "${key}"`);
			return value;
		});
	}

	/**
	 * A file in an item that a node has put out.
	 *
	 * @throws Error when there is no such item or field
	 */
	file(node: string, field = 'data', index = 0): IBinaryData {
		const file = this.items(node)[index]?.binary?.[field];
		if (file === undefined) throw new Error(`Node "${node}" has no file "${field}" in item ${index}`);
		return file;
	}

	/** How often a node has run. */
	runs(node: string): number {
		return this.run.resultData.runData[node]?.length ?? 0;
	}

	/** Milliseconds that a node took in its last run. */
	duration(node: string): number {
		return this.run.resultData.runData[node]?.at(-1)?.executionTime ?? 0;
	}

	/** One line for error messages. */
	summary(): string {
		const last = this.lastNode === undefined ? '' : ` at node "${this.lastNode}"`;
		const error = this.error === undefined ? '' : `: ${this.error}`;
		return `execution ${this.id} is in status ${this.status}${last}${error}`;
	}
}
