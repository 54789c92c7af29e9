import { Listr } from 'listr2';
import { duration, linesOf, type Report } from '../n8n';

/** Takes one step after the other and shows how far it is, and how long each took. */
export class Steps {
	/** What a step has thrown last; it has been shown. */
	failure: unknown;

	/**
	 * Takes a step.
	 *
	 * @param work the step; what it reports is shown under the title until the step is over
	 * @returns what the work gives
	 * @throws what the work throws
	 */
	async take<T>(title: string, work: (report: Report) => Promise<T>): Promise<T> {
		const start = Date.now();
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
					task.title = `${title} (${duration(Date.now() - start)})`;
				},
			},
			{ registerSignalListeners: false, rendererOptions: { collapseErrors: false } },
		);
		await list.run();
		return outcome.value as T;
	}
}
