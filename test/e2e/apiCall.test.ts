import type { INodeParameters } from 'n8n-workflow';
import { MANUAL_TRIGGER, type N8nClient, type StoredCredential, type WorkflowExport } from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { connect } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

const FILE = 'File';
const UPLOAD = 'Create jobs from a file';
const LIST = 'List the jobs';
const EXPORT = 'Export the target file';
const DOWNLOAD = 'Download it';

const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const mapped = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value, schema: [] });

/** A workflow of nothing but API > Call: an upload, a paged list, work by callback, and a download. */
function workflowOf(credential: StoredCredential, projectUid: string): WorkflowExport {
	const call = (name: string, parameters: INodeParameters) => ({
		name,
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		credentials: { phraseTmsApi: { id: credential.id, name: credential.name } },
		parameters: { resource: 'api', operation: 'call', projectUid: byId(projectUid), ...parameters },
	});
	const content = Buffer.from('# Called\n').toString('base64');
	const binary = { data: { data: content, fileName: 'called.md', mimeType: 'text/markdown' } };
	const nodes = [
		{ name: MANUAL_TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: FILE,
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify([{ json: {}, binary }])};` },
		},
		call(UPLOAD, {
			endpoint: fromList('POST /api2/v1/projects/{projectUid}/jobs#work'),
			parameters: mapped({ file: 'data', targetLangs: 'de' }),
		}),
		call(LIST, {
			endpoint: fromList('GET /api2/v2/projects/{projectUid}/jobs#list'),
			parameters: mapped({ filename: 'called.md' }),
			returnAll: true,
		}),
		call(EXPORT, {
			endpoint: fromList('PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile#work'),
			jobUid: byId('={{ $json.uid }}'),
			parameters: mapped({}),
			whileWaiting: 'sleep',
			sleepLimit: 1,
		}),
		call(DOWNLOAD, {
			endpoint: fromList(
				'GET /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}#file',
			),
			jobUid: byId('={{ $json.jobUid }}'),
			parameters: mapped({ asyncRequestId: '={{ $json.asyncRequestId }}' }),
		}),
	].map((node, index) => ({ id: `node-${index}`, position: [index * 220, 0] as [number, number], ...node }));
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1]?.name ?? '', type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name: 'API calls', nodes, connections, settings: {} };
}

describe('API > Call', () => {
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox);
	});

	test('asks for other parameters with each endpoint', async () => {
		const asked = async (endpoint: string) => {
			const fields = await n8n.mapperFields(
				{ name: 'n8n-nodes-phrase.phraseTms', version: 2 },
				'getEndpointParameters',
				{ resource: 'api', operation: 'call', endpoint: fromList(endpoint) },
			);
			return fields.map(({ id, required }) => (required ? `${id}*` : id));
		};
		expect(await asked('GET /api2/v1/analyses/{analyseUid}/download#file')).toEqual([
			'analyseUid*',
			'format*',
		]);
		expect(await asked('DELETE /api2/v1/projects/{projectUid}#one')).toEqual(['purge']);
		expect(await asked('POST /api2/v1/projects/{projectUid}/jobs#work')).toContain('targetLangs*');
		expect(await asked('POST /api2/v3/users#one')).toContain('role*');
		expect(await asked('GET /api2/v2/projects/{projectUid}/jobs#list')).toContain('workflowLevel');
	});

	test('uploads, lists, sleeps until Phrase calls back, and downloads', async () => {
		phrase.sandbox.configure({ times: { exportMs: 10_000 } });
		const workflow = await n8n.createWorkflow(workflowOf(phrase.tms, sandbox.seed.project.uid));
		const execution = await n8n.ended(await n8n.run(workflow, MANUAL_TRIGGER));
		expect(execution.error).toBeUndefined();
		expect(execution.items(LIST).map(({ json }) => json.targetLang)).toEqual(['de']);
		expect(execution.items(EXPORT)[0]?.json.wait).toMatchObject({ mode: 'callback', callbacks: 1 });
		const { target } = await sandbox.job(String(execution.items(LIST)[0]?.json.uid));
		expect(await fileOf(n8n, execution, DOWNLOAD)).toEqual(target);
	});
});
