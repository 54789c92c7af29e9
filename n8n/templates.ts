import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { StoredCredential, WorkflowExport } from './client';

const FOLDER = resolve(__dirname, '..', 'workflows');

/** The importable workflows of this package, by what they show. */
export const TEMPLATES = {
	aiAgent: 'ai-agent.json',
	alerts: 'alerts.json',
	allLanguagesInOneDelivery: 'all-languages-in-one-delivery.json',
	analysisQuoteApproval: 'analysis-quote-approval.json',
	bilingualThroughModel: 'bilingual-file-through-a-model.json',
	catchUp: 'catch-up-after-downtime.json',
	connectorAndBack: 'connector-file-to-repository.json',
	collectByCallback: 'connector-file-to-target-by-callback/2-collect.json',
	finishWithoutHuman: 'finish-what-needs-no-human.json',
	languageAi: 'language-ai-file-translation.json',
	memoryAndTerms: 'memory-backup-and-term-sync.json',
	pluginLifeCycle: 'plugin-life-cycle.json',
	qualityReport: 'quality-report.json',
	repositoryAndBack: 'repository-file-to-phrase-and-back.json',
	requestByCallback: 'connector-file-to-target-by-callback/1-request.json',
	sourceChanged: 'source-changed-update-job.json',
	translateTexts: 'translate-texts.json',
	uploadAndPreTranslate: 'upload-pre-translate-download.json',
	vendorOrder: 'vendor-order-from-shared-project.json',
} as const;

export type TemplateName = keyof typeof TEMPLATES;

/** The name of the credential that the templates ask for, by type: the one that n8n proposes for the first of a type. */
export const CREDENTIAL_NAMES = {
	phraseTmsApi: 'Phrase TMS account',
	phraseLanguageAiApi: 'Phrase Language AI account',
} as const;

/** Name of the node that starts a template by hand. */
export const MANUAL_TRIGGER = 'When clicking ‘Execute workflow’';

/** Reads a template. */
export function readTemplate(name: TemplateName): WorkflowExport {
	return JSON.parse(readFileSync(join(FOLDER, TEMPLATES[name]), 'utf8')) as WorkflowExport;
}

/** The workflow with these credentials wherever a node uses one of their types. */
export function withCredentials(
	workflow: WorkflowExport,
	credentials: readonly StoredCredential[],
): WorkflowExport {
	return changeNodes(workflow, (node) => {
		const used = Object.keys(node.credentials ?? {}).flatMap((type) =>
			credentials.filter((credential) => credential.type === type),
		);
		const replaced = Object.fromEntries(used.map(({ type, id, name }) => [type, { id, name }]));
		return { ...node, credentials: { ...node.credentials, ...replaced } };
	});
}

/** The workflow with other values for some parameters of one of its nodes. */
export function withParameters(
	workflow: WorkflowExport,
	nodeName: string,
	parameters: INode['parameters'],
): WorkflowExport {
	return changeNodes(workflow, (node) =>
		node.name === nodeName ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
}

/**
 * The only node of a type in a workflow.
 *
 * @throws Error when there is none
 */
export function nodeOfType(workflow: WorkflowExport, type: string): INode {
	const node = workflow.nodes.find((candidate) => candidate.type === type);
	if (node === undefined) throw new Error(`No node of type ${type} in workflow "${workflow.name}"`);
	return node;
}

function changeNodes(workflow: WorkflowExport, change: (node: INode) => INode): WorkflowExport {
	return { ...workflow, nodes: workflow.nodes.map(change) };
}
