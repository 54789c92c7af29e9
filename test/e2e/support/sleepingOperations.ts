import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { encodeName as encode, type LoggedRequest, type Sandbox, type SandboxConfig } from '../../../sandbox';

/** An input item of a node: its members, and a text file when it has one. */
export interface SleepingInput {
	json: IDataObject;
	file?: { name: string; text: string };
}

/** An operation that starts work, and may let the execution sleep until it has ended. */
export interface SleepingOperation {
	/** The node type without the package's name. */
	type: 'phraseTms' | 'phraseLanguageAi';
	credentialType: 'phraseTmsApi' | 'phraseLanguageAiApi';
	parameters: INodeParameters & { resource: string; operation: string };
	/** What an earlier node does, whose items the node gets. */
	before?: INodeParameters;
	/** What the work takes, by the sandbox's names. */
	times: Array<keyof SandboxConfig['times']>;
	/** The requests that start its work: method and path. */
	starts: RegExp;
	/** Input items, each of which starts work. The files of some fail in Phrase. */
	inputs(sandbox: Sandbox, fates: Array<'ends' | 'fails'>): SleepingInput[];
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const ofJob = {
	projectUid: byId('={{ $json.projectUid }}'),
	jobUid: byId('={{ $json.jobUid }}'),
};

/** Ready jobs, one for each item. */
const jobsThatFailIn =
	(step: string): SleepingOperation['inputs'] =>
	(sandbox, fates) =>
		sandbox
			.createJobs({ names: fates.map((fate, index) => (fate === 'ends' ? `${index}.txt` : `${step}.txt`)) })
			.map(({ uid, projectUid }) => ({ json: { jobUid: uid, projectUid } }));

const filesThatFailIn =
	(step: string): SleepingOperation['inputs'] =>
	(sandbox, fates) =>
		fates.map((fate, index) => ({
			json: { projectUid: sandbox.seed.project.uid },
			file: { name: fate === 'ends' ? `${index}.txt` : `${step}.txt`, text: 'A text.' },
		}));

/** Files for ready jobs, one for each item. */
function filesForJobs(sandbox: Sandbox, fates: Array<'ends' | 'fails'>): SleepingInput[] {
	return sandbox.createJobs({ count: fates.length }).map(({ uid, projectUid }, index) => ({
		json: { jobUid: uid, projectUid },
		file: { name: fates[index] === 'ends' ? `${index}.txt` : 'fail-import.txt', text: 'A text.' },
	}));
}

function connectorFiles({ seed }: Sandbox, fates: Array<'ends' | 'fails'>, failing: string): SleepingInput[] {
	return fates.map((fate, index) => ({
		json: {
			connectorId: seed.connector.id,
			folder: encode('docs'),
			file: encode(fate === 'ends' ? `size-${index + 1}.bin` : failing),
			projectUid: seed.project.uid,
		},
	}));
}

/** Has a connector download a file. */
const REQUEST = {
	resource: 'connector',
	operation: 'requestFileDownload',
	connectorId: byId('={{ $json.connectorId }}'),
	folder: '={{ $json.folder }}',
	file: '={{ $json.file }}',
};

const TMS = { type: 'phraseTms', credentialType: 'phraseTmsApi' } as const;
const LANGUAGE_AI = { type: 'phraseLanguageAi', credentialType: 'phraseLanguageAiApi' } as const;

/** The operations that start what they wait for. */
export const SLEEPING_OPERATIONS = {
	'Job > Create': {
		...TMS,
		parameters: {
			resource: 'job',
			operation: 'create',
			projectUid: byId('={{ $json.projectUid }}'),
			targetLangs: ['de'],
		},
		times: ['importMs'],
		starts: /POST .*\/jobs$/,
		inputs: filesThatFailIn('fail-import'),
	},
	'Job > Download Target File': {
		...TMS,
		parameters: { resource: 'job', operation: 'downloadTargetFile', ...ofJob },
		times: ['exportMs'],
		starts: /PUT .*\/targetFile$/,
		inputs: jobsThatFailIn('fail-export'),
	},
	'Job > Download Target Files': {
		...TMS,
		parameters: {
			resource: 'job',
			operation: 'downloadTargetFiles',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUids: '={{ $json.jobUid }}',
		},
		times: ['exportMs'],
		starts: /PUT .*\/targetFile$/,
		inputs: jobsThatFailIn('fail-export'),
	},
	'Job > Pre-Translate': {
		...TMS,
		parameters: {
			resource: 'job',
			operation: 'preTranslate',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUids: '={{ $json.jobUid }}',
		},
		times: ['preTranslateMs'],
		starts: /POST .*\/preTranslate$/,
		inputs: jobsThatFailIn('fail-pretranslate'),
	},
	'Job > Update Source': {
		...TMS,
		parameters: {
			resource: 'job',
			operation: 'updateSource',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUids: '={{ $json.jobUid }}',
		},
		times: ['importMs'],
		starts: /POST .*\/source$/,
		inputs: filesForJobs,
	},
	'Job > Update Target': {
		...TMS,
		parameters: { resource: 'job', operation: 'updateTarget', ...ofJob },
		times: ['importMs'],
		starts: /POST .*\/target$/,
		inputs: filesForJobs,
	},
	'Job > Create From Connector Task': {
		...TMS,
		parameters: {
			resource: 'job',
			operation: 'createFromConnectorTask',
			projectUid: byId('={{ $json.projectUid }}'),
			downloadTaskId: '={{ $json.downloadTaskId }}',
			targetLangs: ['de'],
		},
		starts: /POST .*\/connectorTask$/,
		before: { ...REQUEST, options: { projectUid: byId('={{ $json.projectUid }}') } },
		times: ['importMs'],
		inputs: (sandbox, fates) => connectorFiles(sandbox, fates, 'fail-import-size-1.bin'),
	},
	'Translation Memory > Export': {
		...TMS,
		parameters: {
			resource: 'translationMemory',
			operation: 'export',
			transMemoryUid: byId('={{ $json.transMemoryUid }}'),
		},
		times: ['tmExportMs'],
		starts: /POST .*\/export$/,
		inputs: ({ seed }, fates) =>
			fates.map((fate) => ({
				json: { transMemoryUid: fate === 'ends' ? seed.transMemory.uid : seed.transMemory.failingUid },
			})),
	},
	'Translation Memory > Export by Query': {
		...TMS,
		parameters: {
			resource: 'translationMemory',
			operation: 'exportByQuery',
			transMemoryUid: byId('={{ $json.transMemoryUid }}'),
			queries: { row: [{ query: 'morning', lang: 'en' }] },
			exportTargetLangs: ['de'],
		},
		times: ['tmExportMs'],
		starts: /POST .*\/exportByQueryAsync$/,
		inputs: ({ seed }, fates) =>
			fates.map((fate) => ({
				json: { transMemoryUid: fate === 'ends' ? seed.transMemory.uid : seed.transMemory.failingUid },
			})),
	},
	'Analysis > Create': {
		...TMS,
		parameters: { resource: 'analysis', operation: 'create', jobUids: '={{ $json.jobUid }}' },
		times: ['preTranslateMs'],
		starts: /POST .*\/analyses$/,
		inputs: jobsThatFailIn('fail-analysis'),
	},
	'Quality Assurance > Evaluate Quality': {
		...TMS,
		parameters: {
			resource: 'qualityAssurance',
			operation: 'evaluateQuality',
			projectUid: byId('={{ $json.projectUid }}'),
			jobUids: '={{ $json.jobUid }}',
		},
		times: ['preTranslateMs'],
		starts: /POST .*\/evaluateQuality$/,
		inputs: jobsThatFailIn('fail-work'),
	},
	'Analysis > Recalculate': {
		...TMS,
		parameters: { resource: 'analysis', operation: 'recalculate', analysisIds: '={{ $json.analysisId }}' },
		times: ['preTranslateMs'],
		starts: /POST .*\/recalculate$/,
		inputs: (_sandbox, fates) =>
			fates.map((fate, index) => ({ json: { analysisId: fate === 'ends' ? String(index + 1) : 'fail' } })),
	},
	'API > Call': {
		...TMS,
		parameters: {
			resource: 'api',
			operation: 'call',
			endpoint: byId('POST /api2/v3/projects/{projectUid}/jobs/preTranslate'),
			parameterInput: 'json',
			jsonParameters: '={{ { projectUid: $json.projectUid, jobs: [{ uid: $json.jobUid }] } }}',
		},
		times: ['preTranslateMs'],
		starts: /POST .*\/preTranslate$/,
		inputs: jobsThatFailIn('fail-pretranslate'),
	},
	'Connector > Request File Download': {
		...TMS,
		parameters: { ...REQUEST, options: { projectUid: byId('={{ $json.projectUid }}') } },
		times: ['connectorDownloadMs'],
		starts: /POST .*\/folders\/.*\/files\/[^/]+$/,
		inputs: (sandbox, fates) => connectorFiles(sandbox, fates, 'fail-download.txt'),
	},
	'Connector > Upload File': {
		...TMS,
		parameters: {
			resource: 'connector',
			operation: 'uploadFile',
			connectorId: byId('={{ $json.connectorId }}'),
			folder: byId('={{ $json.folder }}'),
			options: { projectUid: byId('={{ $json.projectUid }}') },
		},
		times: ['connectorDownloadMs'],
		starts: /POST .*\/upload$/,
		inputs: ({ seed }, fates) =>
			fates.map((fate, index) => ({
				json: { connectorId: seed.connector.id, folder: encode('docs'), projectUid: seed.project.uid },
				file: { name: fate === 'ends' ? `${index}.txt` : 'fail-upload.txt', text: 'A text.' },
			})),
	},
	'File Translation > Create': {
		...LANGUAGE_AI,
		parameters: {
			resource: 'fileTranslation',
			operation: 'create',
			sourceLang: byId('en'),
			targetLangs: ['cs', 'de'],
			actionTypes: ['MT_GENERIC_PRETRANSLATE'],
			waitForCompletion: true,
		},
		times: ['fileImportMs', 'mtMs', 'qualityMs'],
		starts: /POST .*\/fileTranslations$/,
		inputs: filesThatFailIn('fail-mt'),
	},
	'File Translation > Translate': {
		...LANGUAGE_AI,
		parameters: {
			resource: 'fileTranslation',
			operation: 'translate',
			sourceLang: byId('en'),
			targetLangs: ['cs', 'de'],
			qualityScore: true,
		},
		times: ['fileImportMs', 'mtMs', 'qualityMs'],
		starts: /POST .*\/fileTranslations$/,
		inputs: filesThatFailIn('fail-mt'),
	},
	'API of Language AI > Call': {
		...LANGUAGE_AI,
		parameters: {
			resource: 'api',
			operation: 'call',
			endpoint: byId('POST /v1/fileTranslations'),
			parameterInput: 'json',
			jsonParameters: JSON.stringify({
				file: 'data',
				sourceLang: { code: 'en' },
				targetLangs: [{ code: 'cs' }, { code: 'de' }],
				actionTypes: ['MT_GENERIC_PRETRANSLATE'],
			}),
		},
		times: ['fileImportMs', 'mtMs', 'qualityMs'],
		starts: /POST .*\/fileTranslations$/,
		inputs: filesThatFailIn('fail-mt'),
	},
} as const satisfies Record<string, SleepingOperation>;

/** The requests that have started work of an operation. */
export function startsOf(sandbox: Sandbox, { starts }: SleepingOperation): LoggedRequest[] {
	return sandbox
		.requests()
		.filter(({ method, path, status }) => starts.test(`${method} ${path}`) && (status ?? 0) < 400);
}
