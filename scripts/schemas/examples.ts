import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { Seed, SandboxTimes } from '../../sandbox';

/** How an operation is run for the schema of its output. */
export interface Example {
	/** What runs before, resource and operation with a blank between; the operation gets its first item. */
	after?: string;
	/** What a user sets besides `valuesOf`. */
	parameters?: INodeParameters;
	/** How long Phrase takes for what was started before, ms. */
	times?: Partial<SandboxTimes>;
}

/**
 * What parameters are set to, by their names, in whichever operation they are.
 * @param receiver URL that takes calls of webhooks
 */
export function valuesOf(seed: Seed, receiver: string): Record<string, NodeParameterValueType> {
	const { project, connector } = seed;
	return {
		asyncRequestId: '={{ $json.asyncRequestId }}',
		callUids: '={{ $json.callUid }}',
		connectorId: connector.id,
		events: ['JOB_STATUS_CHANGED'],
		file: connector.files.guide.encodedName,
		fileTranslationUid: '={{ $json.fileTranslationUid }}',
		folder: connector.files.guide.folder,
		importSettingsUid: seed.importSettings.uid,
		jobUid: project.jobUid,
		jobUids: project.jobUid,
		name: 'Example',
		projectUid: project.uid,
		sourceLang: 'en',
		targetLang: 'de',
		targetLangs: ['de'],
		templateUid: '={{ $json.templateUid }}',
		text: 'Good morning',
		transMemoryUid: seed.transMemory.uid,
		url: receiver,
		webhookUid: '={{ $json.webhookUid }}',
	};
}

/** What runs before an operation with such a parameter, because it makes what the parameter names. */
export const MADE_BY: Readonly<Record<string, string>> = {
	asyncRequestId: 'job requestTargetFile',
	callUids: 'webhook getCalls',
	downloadTaskId: 'connector requestFileDownload',
	fileTranslationUid: 'fileTranslation create',
	templateUid: 'projectTemplate getMany',
	webhookUid: 'webhook create',
};

const HOUR = 3_600_000;

/** Files can be received in two ways. */
const FILES: Example[] = [{ parameters: { fileInto: 'text' } }, {}];

/** Operations that need more than that, by resource and operation; of several examples, the schema has all members. */
export function examplesOf({ project, workflowProject, user }: Seed): Readonly<Record<string, Example[]>> {
	return {
		'api findEndpoint': [{ parameters: { query: 'get' } }],
		'asyncRequest get': [{ after: 'asyncRequest wait' }],
		'asyncRequest getManyPending': [{ after: 'job requestTargetFile', times: { exportMs: HOUR } }],
		'connector downloadPreparedFile': FILES,
		'connector getTasks': [{ after: 'connector requestFileDownload' }],
		'connector requestFileDownload': [{ parameters: { options: { projectUid: project.uid } } }],
		'fileTranslation getResult': [
			{ after: 'fileTranslation wait' },
			{ after: 'fileTranslation translate', parameters: { result: 'score' } },
		],
		'fileTranslation translate': [{ parameters: { qualityScore: true } }],
		'job downloadBilingualFile': FILES,
		'job downloadOriginalFile': FILES,
		'job downloadTargetFile': FILES,
		'job downloadTargetFileByAsyncRequest': FILES,
		'job exportToRepository': [
			{ after: 'job createFromConnectorTask', parameters: { jobUids: '={{ $json.jobUid }}' } },
		],
		'job find': [
			{ parameters: { filename: 'guide.md' } },
			{ parameters: { projectUid: workflowProject.uid, filename: 'page.html' } },
		],
		'job get': [{}, { parameters: { projectUid: workflowProject.uid, jobUid: workflowProject.jobUids[0] } }],
		'job getMany': [{}, { parameters: { projectUid: workflowProject.uid } }],
		'job getManyByUser': [{ after: 'job update', parameters: { userUid: user.uid } }],
		'job getWebEditorUrl': [{ after: 'job update' }],
		'job notifyAssigned': [{ parameters: { emailTemplateId: '39' } }],
		'job update': [
			{
				parameters: {
					updateFields: { status: 'COMPLETED', providers: { row: [{ type: 'USER', userId: user.id }] } },
				},
			},
		],
		'job updateMany': [{ parameters: { updateFields: { status: 'ACCEPTED' } } }],
		'job updateTarget': [{ parameters: { fileFrom: 'text', fileName: 'guide.md' } }],
		'job uploadBilingualFile': [
			{
				after: 'job downloadBilingualFile',
				parameters: { fileFrom: 'text', fileName: '={{ $json.fileName }}', text: '={{ $json.text }}' },
			},
		],
		'project getWorkflowSteps': [{ parameters: { projectUid: workflowProject.uid } }],
		'translationMemory export': FILES,
		'webhook getCalls': [{ after: 'webhook sendTest' }],
		'webhook getHealth': [{ after: 'webhook create' }],
		'webhook getMany': [{ after: 'webhook create' }],
		'webhook update': [{ parameters: { updateFields: { secretToken: 'new' } } }],
	};
}
