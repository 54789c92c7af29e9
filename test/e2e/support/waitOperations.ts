import type { INodeParameters } from 'n8n-workflow';
import { encodeName, type Sandbox } from '../../../sandbox';
import { MANUAL_TRIGGER, type StoredCredential, type WorkflowExport } from '../../../n8n';

/** Names of the nodes. */
export const START = 'Start the work';
export const WAIT = 'Sleep until Phrase calls back';
export const ENDED = 'What has ended';
export const FAILED = 'What has failed';

/** What happens to one piece of work in Phrase. */
export type Fate = 'ends' | 'fails' | 'hasFailed';

/** A Wait operation, and work that it waits for. */
export interface WaitOperation {
	/** The node type without the package's name. */
	type: 'phraseTms' | 'phraseLanguageAi';
	credentialType: 'phraseTmsApi' | 'phraseLanguageAiApi';
	/** The member that names the work. */
	member: string;
	start: INodeParameters;
	wait: INodeParameters;
	/** Prepares work in Phrase; each piece is one item of the node that starts it. */
	works(sandbox: Sandbox, fates: Fate[]): Array<Record<string, string>>;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const connectorFile = {
	connectorId: byId('={{ $json.connectorId }}'),
	folder: '={{ $json.folder }}',
	file: '={{ $json.file }}',
};

/** The three operations that wait by callback. */
export const WAIT_OPERATIONS = {
	'Asynchronous Request > Wait': {
		type: 'phraseTms',
		credentialType: 'phraseTmsApi',
		member: 'asyncRequestId',
		start: {
			resource: 'job',
			operation: 'requestTargetFile',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUid: byId('={{ $json.jobUid }}'),
		},
		wait: { resource: 'asyncRequest', operation: 'wait', asyncRequestId: '={{ $json.asyncRequestId }}' },
		works: (sandbox, fates) =>
			fates.flatMap((fate) => {
				const names = [fate === 'ends' ? 'file.txt' : 'fail-export.txt'];
				const times = fate === 'hasFailed' ? { exportMs: 0 } : {};
				return sandbox
					.createJobs({ names, times })
					.map(({ uid, projectUid }) => ({ jobUid: uid, projectUid }));
			}),
	},
	'Connector > Wait for File': {
		type: 'phraseTms',
		credentialType: 'phraseTmsApi',
		member: 'downloadTaskId',
		start: {
			resource: 'connector',
			operation: 'requestFileDownload',
			...connectorFile,
		},
		wait: {
			resource: 'connector',
			operation: 'waitForFile',
			...connectorFile,
			downloadTaskId: '={{ $json.downloadTaskId }}',
		},
		works: ({ seed }, fates) =>
			fates.map((fate, index) => ({
				connectorId: seed.connector.id,
				folder: encodeName('docs'),
				file: encodeName(fate === 'ends' ? `size-${index + 1}.bin` : 'fail-download.txt'),
			})),
	},
	'File Translation > Wait': {
		type: 'phraseLanguageAi',
		credentialType: 'phraseLanguageAiApi',
		member: 'fileTranslationUid',
		start: {
			resource: 'fileTranslation',
			operation: 'create',
			sourceLang: byId('en'),
			targetLangs: ['cs', 'de'],
			actionTypes: ['MT_GENERIC_PRETRANSLATE'],
		},
		wait: {
			resource: 'fileTranslation',
			operation: 'wait',
			fileTranslationUid: '={{ $json.fileTranslationUid }}',
		},
		works: (_, fates) =>
			fates.map((fate) => ({
				fileName: fate === 'ends' ? 'file.txt' : 'fail-mt.txt',
				text: 'A text.',
			})),
	},
} as const satisfies Record<string, WaitOperation>;

/**
 * A workflow that starts work, sleeps until it has ended, and collects what comes out of both outputs of the wait.
 *
 * @param works the items of the node that starts the work
 * @param onError what the wait does about work that failed
 */
export function waitOnErrorWorkflow(
	{ type, credentialType, start, wait }: WaitOperation,
	credential: StoredCredential,
	works: Array<Record<string, string>>,
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput',
	parameters: INodeParameters = {},
): WorkflowExport {
	const files = works.map(({ fileName = '', text = '', ...json }) => ({
		json,
		...(fileName !== '' && {
			binary: { data: { data: Buffer.from(text).toString('base64'), mimeType: 'text/plain', fileName } },
		}),
	}));
	const phrase = {
		type: `n8n-nodes-phrase.${type}`,
		typeVersion: 2,
		credentials: { [credentialType]: { id: credential.id, name: credential.name } },
	};
	const chain = [
		{ name: MANUAL_TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'Works',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify(files)};` },
		},
		{ name: START, ...phrase, parameters: { ...start, notify: 'thisExecution' } },
		{
			name: WAIT,
			...phrase,
			onError,
			parameters: { ...wait, whileWaiting: 'sleep', sleepLimit: 1, ...parameters },
		},
		{ name: ENDED, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		{ name: FAILED, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	];
	const nodes = chain.map((node, index) => ({
		id: `node-${index}`,
		position: [index * 220, 0] as [number, number],
		...node,
	}));
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	return {
		name: 'Waiting by callback',
		nodes,
		connections: {
			[MANUAL_TRIGGER]: { main: [to('Works')] },
			Works: { main: [to(START)] },
			[START]: { main: [to(WAIT)] },
			[WAIT]: { main: [to(ENDED), ...(onError === 'continueErrorOutput' ? [to(FAILED)] : [])] },
		},
		settings: { executionOrder: 'v1' },
	};
}
