import type {
	ICredentialDataDecryptedObject,
	IBinaryData,
	INodeParameters,
	INodeTypeDescription,
	IWorkflowBase,
	ResourceMapperField,
} from 'n8n-workflow';
import { N8nExecution, type ExecutionRecord } from './execution';
import { N8nRequestError, type N8nSession } from './session';
import { withWebhookIds } from './triggerPath';
import { until } from './until';

/** Milliseconds that publishing a workflow may take. */
const PUBLISH_DEADLINE_MS = 30_000;

/** Milliseconds that an execution of the templates may take. */
const EXECUTION_DEADLINE_MS = 120_000;

/** Statuses in which an execution has not ended. `waiting` has not either: it sleeps in the database. */
const UNDER_WAY = ['new', 'running', 'waiting', 'unknown'];

const ENDED = ['success', 'error', 'canceled', 'crashed'];

/** The most executions that n8n lists on a page. */
const PAGE_SIZE = 100;

/** How many executions are read at the same time: more of them only wait for each other in n8n. */
const PARALLEL_READS = 8;

/** The parts of a workflow that make up an export. */
export type WorkflowExport = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings' | 'pinData'>;

export interface StoredWorkflow extends WorkflowExport {
	id: string;
	versionId: string;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** How far an execution has come. */
export interface ExecutionStatus {
	id: string;
	/** See {@link N8nExecution.status}. */
	status: string;
	/** ISO 8601. */
	startedAt: string;
}

interface ExecutionPage {
	results: ExecutionStatus[];
	/** How many there are on all pages. */
	count: number;
	/** n8n 2.x only. */
	nextCursor?: string | null;
}

/** What the credential form's test button shows. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Drives a running n8n by the REST interface that its editor uses. Works with n8n 1.123 and 2.x. */
export class N8nClient {
	private project?: Promise<{ id: string }>;

	constructor(private readonly session: N8nSession) {}

	/** Stores a credential. */
	async createCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<StoredCredential> {
		return await this.session.json('POST', '/rest/credentials', { name, type, data });
	}

	/** All credentials. */
	async credentials(): Promise<StoredCredential[]> {
		return await this.session.json('GET', '/rest/credentials');
	}

	/** Deletes a credential, whoever uses it. */
	async deleteCredential({ id }: StoredCredential): Promise<void> {
		await this.session.json('DELETE', `/rest/credentials/${id}`);
	}

	/** Presses the test button of a stored credential's form, with these values in the form. */
	async testCredential(
		credential: StoredCredential,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTestResult> {
		const { id, name, type } = credential;
		return await this.session.json('POST', '/rest/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	/** What a credential's form shows when it is opened: hidden values and secrets are blanked. */
	async openCredential({ id }: StoredCredential): Promise<ICredentialDataDecryptedObject> {
		const { data } = await this.session.json<{ data: ICredentialDataDecryptedObject }>(
			'GET',
			`/rest/credentials/${id}?includeData=true`,
		);
		return data;
	}

	/**
	 * Opens a credential's form, types something else into some fields, and saves it.
	 * @returns what stands in the form then, for its test button
	 */
	async editCredential(
		credential: StoredCredential,
		typed: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject> {
		const { id, name, type } = credential;
		const data = { ...(await this.openCredential(credential)), ...typed };
		await this.session.json('PATCH', `/rest/credentials/${id}`, { id, name, type, data });
		return data;
	}

	/**
	 * Imports a workflow. Its triggers get paths of their own, unless they have some. Its credentials are found by name:
	 * n8n 1 looks for them only in the project that the editor names.
	 */
	async createWorkflow(workflow: WorkflowExport): Promise<StoredWorkflow> {
		const { name, nodes, connections, settings, pinData } = workflow;
		return await this.session.json('POST', '/rest/workflows', {
			projectId: await this.personalProject(),
			name,
			nodes: withWebhookIds(nodes),
			connections,
			settings,
			pinData,
			active: false,
		});
	}

	/** Reads a workflow, one that was built in the editor for instance. */
	async workflow(id: string): Promise<StoredWorkflow> {
		return await this.session.json('GET', `/rest/workflows/${id}`);
	}

	/**
	 * Changes a workflow, published or not; what is published stays as it was until it is published again.
	 *
	 * @returns the workflow as it is stored then
	 */
	async updateWorkflow({ id, versionId }: StoredWorkflow, changes: WorkflowExport): Promise<StoredWorkflow> {
		const { name, nodes, connections, settings } = changes;
		return await this.session.json('PATCH', `/rest/workflows/${id}`, {
			versionId,
			name,
			nodes,
			connections,
			settings,
		});
	}

	/** Publishes a workflow and waits until its triggers are registered. */
	async activate(workflow: StoredWorkflow): Promise<void> {
		const { id, versionId } = workflow;
		await this.session.json('POST', `/rest/workflows/${id}/activate`, { versionId });
		await this.settled(workflow);
	}

	/** Takes a published workflow back, and waits until its triggers are gone. */
	async deactivate(workflow: StoredWorkflow): Promise<void> {
		await this.session.json('POST', `/rest/workflows/${workflow.id}/deactivate`, {});
		await this.settled(workflow);
	}

	/**
	 * Presses the execute button of a workflow that starts by hand.
	 *
	 * @param trigger name of the trigger node
	 * @returns id of the execution, which is then running
	 */
	async run(workflow: StoredWorkflow, trigger: string): Promise<string> {
		const { executionId } = await this.startByHand(workflow, trigger);
		if (executionId === undefined) throw new Error(`n8n did not start workflow "${workflow.name}"`);
		return executionId;
	}

	/** Presses the execute button of a workflow that starts with a webhook: its test URL listens once afterwards. */
	async listen(workflow: StoredWorkflow, trigger: string): Promise<void> {
		const { waitingForWebhook } = await this.startByHand(workflow, trigger);
		if (waitingForWebhook !== true) throw new Error(`n8n does not listen for workflow "${workflow.name}"`);
	}

	/** Stops listening at a test URL, as the editor's button does. */
	async stopListening(workflow: StoredWorkflow): Promise<void> {
		await this.session.json('DELETE', `/rest/test-webhook/${workflow.id}`);
	}

	/** Runs a workflow by hand and waits until it has ended. */
	async runToEnd(workflow: StoredWorkflow, trigger: string): Promise<N8nExecution> {
		return await this.ended(await this.run(workflow, trigger));
	}

	/**
	 * Waits until an execution sleeps in the database.
	 *
	 * @returns what has happened until then
	 */
	async asleep(executionId: string): Promise<N8nExecution> {
		let status = 'unknown';
		return await until(
			`execution ${executionId} sleeps`,
			EXECUTION_DEADLINE_MS,
			async () => {
				const record = await this.record(executionId);
				({ status } = record);
				if (ENDED.includes(status))
					throw new Error(`It ended: ${(await N8nExecution.from(record))?.summary()}`);
				return status === 'waiting' ? await N8nExecution.from(record) : undefined;
			},
			() => `status ${status}`,
		);
	}

	/** Stops an execution, as the user does in the editor. */
	async stop(executionId: string): Promise<void> {
		await this.session.json('POST', `/rest/executions/${executionId}/stop`, {});
	}

	/**
	 * Presses the retry button of a failed execution, and waits until the new one has ended or sleeps.
	 *
	 * @returns id of the execution that goes on at the node that failed
	 */
	async retry(executionId: string): Promise<string> {
		const path = `/rest/executions/${executionId}/retry`;
		const { id } = await this.session.json<{ id: string }>('POST', path, { loadWorkflow: false });
		return id;
	}

	/** Waits until an execution has ended, in success or not. */
	async ended(executionId: string, deadlineMs = EXECUTION_DEADLINE_MS): Promise<N8nExecution> {
		let status = 'unknown';
		return await until(
			`execution ${executionId} has ended`,
			deadlineMs,
			async () => {
				const record = await this.record(executionId);
				status = record.status;
				return UNDER_WAY.includes(status) ? undefined : await N8nExecution.from(record);
			},
			() => `status ${status}`,
		);
	}

	/**
	 * Waits until a workflow has at least so many executions, and until all that it has have ended.
	 *
	 * @returns the executions, oldest first
	 */
	async executionsOf(
		workflow: StoredWorkflow,
		count: number,
		deadlineMs = EXECUTION_DEADLINE_MS,
	): Promise<N8nExecution[]> {
		await this.allEnded(workflow, count, deadlineMs);
		const ids = await this.executionIds(workflow);
		const executions: N8nExecution[] = [];
		for (let from = 0; from < ids.length; from += PARALLEL_READS) {
			const some = ids.slice(from, from + PARALLEL_READS);
			executions.push(...(await Promise.all(some.map(async (id) => await this.ended(id, deadlineMs)))));
		}
		return executions;
	}

	/** Waits until a workflow has at least so many executions, and until all that it has have ended. */
	async allEnded(workflow: StoredWorkflow, count: number, deadlineMs = EXECUTION_DEADLINE_MS): Promise<void> {
		let ended = 0;
		await until(
			`workflow "${workflow.name}" has run ${count} times`,
			deadlineMs,
			async () => {
				ended = await this.countExecutions(workflow, ENDED);
				if (ended < count) return undefined;
				return (await this.countExecutions(workflow, UNDER_WAY)) === 0 ? true : undefined;
			},
			() => `${ended} have ended`,
		);
	}

	/** How many executions a workflow has had so far. */
	async countExecutions(workflow: StoredWorkflow, statuses = [...UNDER_WAY, ...ENDED]): Promise<number> {
		const { count } = await this.executionPage(workflow, { status: statuses }, 1);
		return count;
	}

	/** Ids of the executions of a workflow so far, oldest first. */
	async executionIds(workflow: StoredWorkflow): Promise<string[]> {
		const executions = await this.executionStatuses(workflow);
		return executions.map(({ id }) => id);
	}

	/** The executions of a workflow so far with their statuses, oldest first. */
	async executionStatuses(workflow: StoredWorkflow): Promise<ExecutionStatus[]> {
		const found = new Map<string, ExecutionStatus>();
		const wanted = { status: [...UNDER_WAY, ...ENDED] };
		let page = await this.executionPage(workflow, wanted, PAGE_SIZE);
		while (page.results.some(({ id }) => !found.has(id))) {
			for (const execution of page.results) found.set(execution.id, execution);
			const last = page.results.at(-1);
			if (last === undefined || page.results.length < PAGE_SIZE) break;
			// n8n 1.x lists by id. n8n 2.x does by start, but its cursor goes by id and would leave some out.
			const next = page.nextCursor === undefined ? { lastId: last.id } : { startedBefore: last.startedAt };
			page = await this.executionPage(workflow, { ...wanted, ...next }, PAGE_SIZE);
		}
		return [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** Downloads a file of an execution, which n8n keeps outside of the items. */
	async download(file: IBinaryData): Promise<Buffer> {
		if (file.id === undefined) return Buffer.from(file.data, 'base64');
		const response = await this.session.send(
			'GET',
			`/rest/binary-data?id=${encodeURIComponent(file.id)}&action=download`,
		);
		return Buffer.from(await response.arrayBuffer());
	}

	/** Descriptions of all nodes, as the editor gets them. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		const response = await this.session.send('GET', '/types/nodes.json');
		return (await response.json()) as INodeTypeDescription[];
	}

	/** Descriptions of all credential types, as the editor gets them. */
	async credentialTypes(): Promise<Array<{ name: string; displayName: string }>> {
		const response = await this.session.send('GET', '/types/credentials.json');
		return (await response.json()) as Array<{ name: string; displayName: string }>;
	}

	/** The fields of a node's mapper, as the editor gets them when the parameters that they follow change. */
	async mapperFields(
		node: { name: string; version: number },
		methodName: string,
		parameters: INodeParameters,
	): Promise<ResourceMapperField[]> {
		const { fields } = await this.session.json<{ fields: ResourceMapperField[] }>(
			'POST',
			'/rest/dynamic-node-parameters/resource-mapper-fields',
			{
				nodeTypeAndVersion: node,
				methodName,
				path: 'parameters.parameters',
				currentNodeParameters: parameters,
				projectId: await this.personalProject(),
			},
		);
		return fields;
	}

	/** Id of the project that belongs to the user, where the editor puts new workflows. */
	private async personalProject(): Promise<string> {
		this.project ??= this.session.json<{ id: string }>('GET', '/rest/projects/personal');
		return (await this.project).id;
	}

	/** A page of the list of executions, newest first. With statuses, n8n leaves nothing out of it and adds nothing. */
	private async executionPage(
		workflow: StoredWorkflow,
		{ lastId, ...wanted }: { status: readonly string[]; startedBefore?: string; lastId?: string },
		limit: number,
	): Promise<ExecutionPage> {
		const filter = JSON.stringify({ workflowId: workflow.id, ...wanted });
		const query = new URLSearchParams({
			filter,
			limit: String(limit),
			...(lastId !== undefined && { lastId }),
		});
		return await this.session.json('GET', `/rest/executions?${query.toString()}`);
	}

	private async startByHand(
		workflow: StoredWorkflow,
		trigger: string,
	): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		// n8n 1.x runs the workflow it is sent, n8n 2.x the one it has stored.
		return await this.session.json('POST', `/rest/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: trigger },
		});
	}

	private async record(executionId: string): Promise<ExecutionRecord> {
		return await this.session.json('GET', `/rest/executions/${executionId}`);
	}

	/** Waits until n8n has done what it was told to do with the triggers of a workflow. */
	private async settled({ id, name }: StoredWorkflow): Promise<void> {
		await until(`the triggers of workflow "${name}" are as they should be`, PUBLISH_DEADLINE_MS, async () => {
			try {
				const { status } = await this.session.json<{ status: string }>(
					'GET',
					`/rest/workflows/${id}/publication-status`,
				);
				return status === 'in_progress' ? undefined : true;
			} catch (error) {
				// Where n8n has no publication status, it was over with its answer.
				if (error instanceof N8nRequestError && error.status === 404) return true;
				throw error;
			}
		});
	}
}
