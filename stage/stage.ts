import {
	MANUAL_TRIGGER,
	readTemplate,
	withCredentials,
	type N8nClient,
	type N8nExecution,
	type StoredCredential,
	type StoredWorkflow,
	type TemplateName,
	type WorkflowExport,
} from '../n8n';
import type { JobFacts, Sandbox } from '../sandbox';

/** Where templates are played: an n8n that has credentials for a sandbox. */
export class Stage {
	/**
	 * @param n8nUrl where n8n listens, without a slash at the end
	 * @param credentials those of the sandbox, one of each type
	 */
	constructor(
		readonly n8n: N8nClient,
		readonly n8nUrl: string,
		readonly sandbox: Sandbox,
		private readonly credentials: readonly StoredCredential[],
	) {}

	/**
	 * Imports a template, with the credentials of the stage in it.
	 *
	 * @param change what is to be different in it
	 * @param more further credentials
	 */
	async imported(
		name: TemplateName,
		change: (template: WorkflowExport) => WorkflowExport = (template) => template,
		more: readonly StoredCredential[] = [],
	): Promise<StoredWorkflow> {
		const template = change(readTemplate(name));
		return await this.n8n.createWorkflow(withCredentials(template, [...this.credentials, ...more]));
	}

	/** Runs a template by hand. Throws when it fails. */
	async run(name: TemplateName, trigger = MANUAL_TRIGGER): Promise<N8nExecution> {
		return await this.runWorkflow(await this.imported(name), trigger);
	}

	/** Runs a workflow by hand. Throws when it fails. */
	async runWorkflow(workflow: StoredWorkflow, trigger = MANUAL_TRIGGER): Promise<N8nExecution> {
		return succeeded(workflow, await this.n8n.runToEnd(workflow, trigger));
	}

	/**
	 * Lets something happen while a workflow is published.
	 *
	 * @param happens what starts the workflow
	 * @param count how often it starts, beside what it has run before
	 * @returns those executions. Throws when one of them fails.
	 */
	async published(workflow: StoredWorkflow, happens: () => unknown, count: number): Promise<N8nExecution[]> {
		const before = await this.n8n.countExecutions(workflow);
		await this.n8n.activate(workflow);
		try {
			await happens();
			const executions = (await this.n8n.executionsOf(workflow, before + count)).slice(before);
			return executions.map((execution) => succeeded(workflow, execution));
		} finally {
			await this.n8n.deactivate(workflow);
		}
	}

	/** The same for a workflow that starts once. */
	async publishedOnce(workflow: StoredWorkflow, happens: () => unknown): Promise<N8nExecution> {
		const [execution, ...others] = await this.published(workflow, happens, 1);
		if (execution === undefined || others.length > 0)
			throw new Error(`Workflow "${workflow.name}" started ${others.length + 1} times`);
		return execution;
	}

	/** What the sandbox knows of jobs. */
	async jobs(uids: string[]): Promise<JobFacts[]> {
		return await Promise.all(uids.map(async (uid) => await this.sandbox.job(uid)));
	}

	/**
	 * Asks TMS for something without n8n, as somebody else would.
	 *
	 * @throws Error when the answer is not a success
	 */
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

/** The execution, which must have succeeded. */
function succeeded(workflow: StoredWorkflow, execution: N8nExecution): N8nExecution {
	if (execution.status !== 'success') throw new Error(`Workflow "${workflow.name}": ${execution.summary()}`);
	return execution;
}
