import { MANUAL_TRIGGER, until, type N8nClient, type N8nExecution, type TemplateName } from '../../../n8n';
import type { JobFacts } from '../../../sandbox';
import { Stage } from '../../../stage';
import type { PhraseForTest } from './credentials';
import { fileOf } from './files';
import { sharedN8n } from './sharedN8n';

/** How long work takes that is to end only when the test says so, ms. */
const LONG = 3_600_000;

/** Where a template is run by a test, and what tests do there again and again. */
export class TemplateStage extends Stage {
	constructor(
		n8n: N8nClient,
		readonly phrase: PhraseForTest,
	) {
		super(n8n, sharedN8n().url, phrase.sandbox, [phrase.tms, phrase.languageAi]);
	}

	/** Runs a template whose nodes sleep, one after the other, until the test lets their work end. */
	async runAsleep(name: TemplateName, starts: RegExp[]): Promise<N8nExecution> {
		this.sandbox.configure({
			times: { connectorDownloadMs: LONG, importMs: LONG, exportMs: LONG, mtMs: LONG },
		});
		const id = await this.n8n.run(await this.imported(name), MANUAL_TRIGGER);
		for (const start of starts) {
			await until(`a request ${start.source} starts work`, 60_000, () =>
				this.sandbox.requests().find(({ method, path }) => start.test(`${method} ${path}`)),
			);
			await this.n8n.asleep(id);
			this.sandbox.advance(LONG);
		}
		const execution = await this.n8n.ended(id);
		expect(execution.error).toBeUndefined();
		return execution;
	}

	/** Compares the target files that a node has put out with the sandbox's, and tells of which jobs they are. */
	async targetFiles(execution: N8nExecution, node: string, withLanguage = false): Promise<JobFacts[]> {
		const jobs = await this.jobs(execution.texts(node, 'jobUid'));
		for (const [index, { target, targetLang }] of jobs.entries()) {
			const name = withLanguage ? target.name.replace(/(\.\w+)$/, `.${targetLang}$1`) : target.name;
			expect(await fileOf(this.n8n, execution, node, index)).toEqual({ ...target, name });
		}
		return jobs;
	}

	/** The statuses of jobs. */
	async statuses(uids: string[]): Promise<string[]> {
		return (await this.jobs(uids)).map(({ status }) => status);
	}

	/** How often an operation of Phrase was called. */
	calls(operationId: string): number {
		return this.sandbox.counters().byOperation[operationId] ?? 0;
	}
}
