import { Listr } from 'listr2';
import { linesOf, type Report } from '../n8n';

/** A step that has been taken. */
export interface StepResult {
	title: string;
	/** Milliseconds. */
	ms: number;
	/** Requests to Phrase meanwhile. */
	requests: number;
}

/** Takes one step after the other and shows how far it is. */
export class Steps {
	readonly results: StepResult[] = [];

	/** What a step has thrown; it has been shown. */
	failure: unknown;

	/** How many requests Phrase has had until now. */
	requestsSoFar: () => number = () => 0;

	/**
	 * Takes a step.
	 *
	 * @param work the step; what it reports is shown under the title until the step is over
	 * @returns what the work gives
	 * @throws what the work throws
	 */
	async take<T>(title: string, work: (report: Report) => Promise<T>): Promise<T> {
		const start = Date.now();
		const requestsBefore = this.requestsSoFar();
		const outcome: { value?: T } = {};
		const list = new Listr(
			{
				title,
				task: async (_context, task) => {
					const show: Report = (text) => {
						task.output = text;
					};
					outcome.value = await work(process.stdout.isTTY ? show : linesOf(show)).catch((error: unknown) => {
						this.failure = error;
						throw error;
					});
				},
			},
			{ registerSignalListeners: false, rendererOptions: { collapseErrors: false } },
		);
		await list.run();
		this.results.push({ title, ms: Date.now() - start, requests: this.requestsSoFar() - requestsBefore });
		return outcome.value as T;
	}
}
