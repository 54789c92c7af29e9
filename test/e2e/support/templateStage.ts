import {
	MANUAL_TRIGGER,
	readTemplate,
	until,
	withCredentials,
	type N8nClient,
	type N8nExecution,
	type StoredWorkflow,
	type TemplateName,
	type WorkflowExport,
} from '../../../n8n';
import type { JobFacts, Sandbox } from '../../../sandbox';
import type { PhraseForTest } from './credentials';
import { fileOf } from './files';

/** How long work takes that is to end only when the test says so, ms. */
const LONG = 3_600_000;

/** Where a template is run, and what tests do there again and again. */
export class TemplateStage {
	constructor(
		readonly n8n: N8nClient,
		readonly phrase: PhraseForTest,
	) {}

	get sandbox(): Sandbox {
		return this.phrase.sandbox;
	}

	/** Imports a template, with the credentials of the test in it. */
	async imported(
		name: TemplateName,
		change: (template: WorkflowExport) => WorkflowExport = (template) => template,
	): Promise<StoredWorkflow> {
		const { tms, languageAi } = this.phrase;
		return await this.n8n.createWorkflow(withCredentials(change(readTemplate(name)), [tms, languageAi]));
	}

	/** Runs a template by hand, which must succeed. */
	async run(name: TemplateName, trigger = MANUAL_TRIGGER): Promise<N8nExecution> {
		return await this.runWorkflow(await this.imported(name), trigger);
	}

	/** Runs a workflow by hand, which must succeed. */
	async runWorkflow(workflow: StoredWorkflow, trigger = MANUAL_TRIGGER): Promise<N8nExecution> {
		const execution = await this.n8n.runToEnd(workflow, trigger);
		expect(execution.error).toBeUndefined();
		return execution;
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

	/**
	 * Lets something happen while a workflow is published.
	 *
	 * @param happens what starts the workflow
	 * @param count how often it starts, beside what it has run before
	 * @returns those executions, which must have succeeded
	 */
	async published(workflow: StoredWorkflow, happens: () => unknown, count: number): Promise<N8nExecution[]> {
		const before = await this.n8n.countExecutions(workflow);
		await this.n8n.activate(workflow);
		try {
			await happens();
			const executions = (await this.n8n.executionsOf(workflow, before + count)).slice(before);
			expect(executions.map(({ error }) => error)).toEqual(Array(count).fill(undefined));
			return executions;
		} finally {
			await this.n8n.deactivate(workflow);
		}
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

	/** What the sandbox knows of jobs. */
	async jobs(uids: string[]): Promise<JobFacts[]> {
		return await Promise.all(uids.map(async (uid) => await this.sandbox.job(uid)));
	}

	/** The statuses of jobs. */
	async statuses(uids: string[]): Promise<string[]> {
		return (await this.jobs(uids)).map(({ status }) => status);
	}

	/** How often an operation of Phrase was called. */
	calls(operationId: string): number {
		return this.sandbox.counters().byOperation[operationId] ?? 0;
	}

	/** Asks TMS for something without n8n, as somebody else would. */
	async ask(method: string, path: string, body?: string | FormData): Promise<Response> {
		const { apiToken } = this.sandbox.credentials.phraseTmsApiToken;
		const response = await fetch(`${this.sandbox.tmsUrl}${path}`, {
			method,
			headers: {
				authorization: `ApiToken ${apiToken}`,
				...(typeof body === 'string' && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body }),
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		return response;
	}
}
