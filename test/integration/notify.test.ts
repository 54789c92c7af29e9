import { NodeHelpers, type INodeParameters, type NodeOperationError } from 'n8n-workflow';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { runNode, storeBinary, type RunSetup } from '../../n8n/inProcess';
import { logLines } from '../support/logLines';
import { byId } from '../support/tms';
import { json, LoopbackServer } from '../support/server';
import { thrownBy } from '../support/thrownBy';

const START = 'https://n8n.example.com/webhook/1/webhook';

/** Every operation that lets the user say whom Phrase notifies. */
const OPERATIONS: Array<[string, INodeParameters]> = [
	[
		'Job > Request Target File',
		{ resource: 'job', operation: 'requestTargetFile', projectUid: byId('p'), jobUid: byId('j') },
	],
	['Job > Create', { resource: 'job', operation: 'create', projectUid: byId('p'), targetLangs: ['cs'] }],
	[
		'Job > Create From Connector Task',
		{
			resource: 'job',
			operation: 'createFromConnectorTask',
			downloadTaskId: '1',
			projectUid: byId('p'),
			targetLangs: ['cs'],
		},
	],
	[
		'Job > Pre-Translate',
		{ resource: 'job', operation: 'preTranslate', projectUid: byId('p'), jobUids: 'j' },
	],
	[
		'Connector > Request File Download',
		{
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId('1'),
			folder: 'f',
			file: 'f',
		},
	],
	[
		'Connector > Upload File',
		{ resource: 'connector', operation: 'uploadFile', connectorId: byId('1'), folder: byId('f') },
	],
	[
		'File Translation > Create',
		{ resource: 'fileTranslation', operation: 'create', sourceLang: byId('en'), targetLangs: ['cs'] },
	],
];

const nodeOf = ({ resource }: INodeParameters) =>
	resource === 'fileTranslation' ? new PhraseLanguageAi() : new PhraseTms();

describe('Notify', () => {
	const { description } = new PhraseTms();

	/** Whether an operation has Phrase notify somebody. */
	const notifies = (resource: string, operation: string) =>
		description.properties.some(
			({ name, displayOptions: { show } = {} }) =>
				name === 'notify' && show?.resource?.includes(resource) && show.operation?.includes(operation),
		);

	test.each([
		['nobody', true],
		['callbackTrigger', false],
		['thisExecution', false],
		['url', false],
	])('%s: the panel offers to wait: %p', (notify, isOffered) => {
		const switches = description.properties
			.filter(({ name }) => name === 'waitForCompletion')
			// What API > Call offers follows from the endpoint.
			.filter(({ displayOptions }) => !displayOptions?.show?.resource?.includes('api'))
			.flatMap((property) =>
				(property.displayOptions?.show?.operation ?? []).flatMap((operation) => {
					const resource = property.displayOptions?.show?.resource?.[0] as string;
					if (!notifies(resource, operation as string)) return [];
					const values = { resource, operation: operation as string, notify };
					return NodeHelpers.displayParameter(values, property, { typeVersion: 2 }, description);
				}),
			);
		expect(switches.length).toBeGreaterThanOrEqual(5);
		expect(switches).toEqual(switches.map(() => isOffered));
	});

	/** Two items with a file; what is said of the second one must keep the first one from being sent. */
	async function setupOf(parameters: INodeParameters, phraseUrl: string): Promise<RunSetup> {
		const item = { binary: { data: await storeBinary(Buffer.from('A text.')) } };
		const credential = { region: 'custom', callbackSigningSecret: 'a long secret of the credential' };
		return {
			parameters,
			items: [
				{ json: { url: START }, ...item },
				{ json: { url: parameters.second ?? START }, ...item },
			],
			credentials: {
				phraseTmsApi: { ...credential, authType: 'apiToken', apiToken: 'a token', tmsUrl: phraseUrl },
				phraseLanguageAiApi: {
					...credential,
					authType: 'password',
					userName: 'a name',
					password: 'a password',
					languageAiUrl: phraseUrl,
				},
			},
		};
	}

	describe.each(OPERATIONS)('%s', (_, parameters) => {
		test.each([
			['callbackTrigger', 'http://localhost:5678/webhook/1/webhook', "'Trigger URL' names 'localhost'"],
			['callbackTrigger', 'https://n8n.internal/webhook/1/webhook', "'Trigger URL' names 'n8n.internal'"],
			['callbackTrigger', 'https://n8n.example.com/webhook-test/1/webhook', "'Trigger URL' is a test URL"],
			['url', 'http://192.168.1.2/', "'Callback URL' names '192.168.1.2'"],
			['thisExecution', START, "Phrase cannot call this n8n at 'localhost'"],
		])('refuses %s %s before anything is sent', async (notify, second, message) => {
			const setup = await setupOf(
				{ ...parameters, notify, triggerUrl: '={{ $json.url }}', callbackUrl: '={{ $json.url }}', second },
				'https://phrase.example.com',
			);
			const { message: said, description } = (await thrownBy(
				runNode(nodeOf(parameters), setup),
			)) as NodeOperationError;
			expect(said).toContain(message);
			expect(description).toMatch(/WEBHOOK_URL|production URL/);
		});

		test('lets a Phrase on a private network call there, and shows no URL in an error or in the log', async () => {
			const log = logLines();
			const server = await LoopbackServer.start((response, { body, headers, method, path }) => {
				if (path.endsWith('/login') || method === 'GET') {
					json(response, 200, { token: 'a token' });
					return;
				}
				const errorDescription = `Bad: ${headers.memsource as string} ${body.toString()}`;
				json(response, 400, { errorCode: 'InvalidInput', errorDescription });
			});
			try {
				const setup = await setupOf({ ...parameters, notify: 'thisExecution' }, server.url);
				const error = (await thrownBy(runNode(nodeOf(parameters), setup))) as NodeOperationError;
				const sent = server.received.map(
					({ body, headers }) => `${headers.memsource as string} ${body.toString()}`,
				);
				const url = /http:\/\/localhost:5678\/webhook-waiting[^"\\]*/.exec(sent.join('\n'))?.[0] ?? '';
				const { searchParams } = new URL(url);
				expect(searchParams.get('phraseSignature')).toHaveLength(43);
				const shown = JSON.stringify([error.message, error.description, error, log]);
				expect(shown).toContain('Bad: ');
				for (const secret of [url, ...searchParams.values()]) expect(shown).not.toContain(secret);
			} finally {
				jest.restoreAllMocks();
				await server.close();
			}
		});
	});
});
