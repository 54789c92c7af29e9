import type { Sandbox } from '../../sandbox';
import type { IDataObject, INodeExecutionData, INodeParameters, NodeApiError } from 'n8n-workflow';
import { storeBinary } from '../../n8n/inProcess';
import { hurry } from '../support/hurry';
import { runLanguageAi } from '../support/languageAi';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
hurry();

type Fault = Parameters<Sandbox['fault']>[0];

/** An operation that starts work, and what of it has to be named whatever happens then. */
interface Case {
	run: typeof runTms;
	parameters: () => INodeParameters;
	items: () => Promise<INodeExecutionData[]>;
	/** Path of the calls that look at the work. */
	looks: string;
	/** Names of the members, with what they hold, as far as it is known before. */
	names: () => Record<string, unknown>;
	/** What the user is advised to go on with. */
	goOn: RegExp;
}

const anyId = expect.stringMatching(/^[\w-]+$/);
const noItems = async () => await Promise.resolve([{ json: {} }]);

async function file(): Promise<INodeExecutionData[]> {
	return [{ json: {}, binary: { data: await storeBinary(Buffer.from('Hello'), { fileName: 'hello.txt' }) } }];
}

const inProject = (operation: string, more: INodeParameters) => ({
	resource: 'job',
	operation,
	projectUid: byId(sandbox.seed.project.uid),
	...more,
});

const CASES: Record<string, Case> = {
	'Job > Create': {
		run: runTms,
		parameters: () => inProject('create', { targetLangs: ['cs_cz', 'de'] }),
		items: file,
		looks: '/api2/v1/async/\\d+$',
		names: () => ({
			projectUid: sandbox.seed.project.uid,
			jobUid: anyId,
			jobUids: [anyId, anyId],
			asyncRequestId: anyId,
			fileName: 'hello.txt',
			targetLangs: ['cs_cz', 'de'],
		}),
		goOn: /Do not create the jobs again.*Asynchronous Request > Wait/,
	},
	'Job > Pre-Translate': {
		run: runTms,
		parameters: () => inProject('preTranslate', { jobUids: sandbox.seed.project.jobUid }),
		items: noItems,
		looks: '/api2/v1/async/\\d+$',
		names: () => ({
			projectUid: sandbox.seed.project.uid,
			jobUid: sandbox.seed.project.jobUid,
			jobUids: [sandbox.seed.project.jobUid],
			asyncRequestId: anyId,
		}),
		goOn: /Asynchronous Request > Wait/,
	},
	'Job > Download Target File': {
		run: runTms,
		parameters: () => inProject('downloadTargetFile', { jobUid: byId(sandbox.seed.project.jobUid) }),
		items: noItems,
		looks: '/api2/v1/async/\\d+$',
		names: () => ({
			projectUid: sandbox.seed.project.uid,
			jobUid: sandbox.seed.project.jobUid,
			asyncRequestId: anyId,
		}),
		goOn: /Download Target File by Async Request/,
	},
	'Job > Download Target Files': {
		run: runTms,
		parameters: () => inProject('downloadTargetFiles', { jobUids: sandbox.seed.project.jobUid }),
		items: noItems,
		looks: '/api2/v1/async/\\d+$',
		names: () => ({
			projectUid: sandbox.seed.project.uid,
			jobUid: sandbox.seed.project.jobUid,
			asyncRequestId: anyId,
		}),
		goOn: /Download Target File by Async Request/,
	},
	'Translation Memory > Export': {
		run: runTms,
		parameters: () => ({
			resource: 'translationMemory',
			operation: 'export',
			transMemoryUid: byId(sandbox.seed.transMemory.uid),
		}),
		items: noItems,
		looks: '/api2/v1/async/\\d+$',
		names: () => ({ transMemoryUid: sandbox.seed.transMemory.uid, asyncRequestId: anyId }),
		goOn: /Run this again/,
	},
	'Connector > Request File Download': {
		run: runTms,
		parameters: () => ({
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId(sandbox.seed.connector.id),
			folder: sandbox.seed.connector.files.nonAscii.folder,
			file: sandbox.seed.connector.files.nonAscii.encodedName,
		}),
		items: noItems,
		looks: '/tasks/\\d+$',
		names: () => ({
			connectorId: sandbox.seed.connector.id,
			folder: sandbox.seed.connector.files.nonAscii.folder,
			file: sandbox.seed.connector.files.nonAscii.encodedName,
			fileName: 'příručka – 指南.md',
			downloadTaskId: anyId,
		}),
		goOn: /Connector > Wait for File/,
	},
	'File Translation > Translate': {
		run: runLanguageAi,
		parameters: () => ({
			resource: 'fileTranslation',
			operation: 'translate',
			sourceLang: byId('en'),
			targetLangs: ['cs'],
		}),
		items: file,
		looks: '/v1/fileTranslations/[^/]*[^0/-][^/]*$',
		names: () => ({
			fileTranslationUid: anyId,
			fileName: 'hello.txt',
			sourceLang: 'en',
		}),
		goOn: /File Translation > Wait.*Get Result/,
	},
};

const slow = () =>
	sandbox.configure({
		times: {
			importMs: 60_000,
			exportMs: 60_000,
			tmExportMs: 60_000,
			preTranslateMs: 60_000,
			connectorDownloadMs: 60_000,
			mtMs: 60_000,
		},
	});

/** What goes wrong after the start, and what else the node is set to. */
const FAILURES: Record<string, (looks: string) => { fault?: Fault; timeLimit: number }> = {
	'the time limit is over': () => ({ timeLimit: 0 }),
	'Phrase is out of reach': (path) => ({
		fault: { match: { method: 'GET', path }, do: { reset: 'before' } },
		timeLimit: 0.01,
	}),
	'Phrase refuses the look': (path) => ({
		fault: { match: { method: 'GET', path }, do: { status: 403 } },
		timeLimit: 1,
	}),
	'the token is gone': (path) => ({
		fault: { match: { method: 'GET', path }, do: { status: 401 } },
		timeLimit: 1,
	}),
};

describe.each(Object.entries(CASES))('%s', (_name, { run, parameters, items, looks, names, goOn }) => {
	it.each(Object.entries(FAILURES))(
		'when %s, the error names the work and says how to go on',
		async (_failure, failure) => {
			slow();
			const { fault, timeLimit } = failure(looks);
			if (fault !== undefined) sandbox.fault(fault);
			const given = { ...parameters(), options: { timeLimit } };

			const output = await run(sandbox, given, { items: await items(), continueOnFail: true });
			expect(output.items).toHaveLength(1);
			const { description, ...error } = output.items[0]?.json.error as IDataObject;
			expect(error).toMatchObject(names());
			expect(description).toMatch(goOn);

			await sandbox.reset();
			slow();
			if (fault !== undefined) sandbox.fault(fault);
			const thrown = (await thrownBy(run(sandbox, given, { items: await items() }))) as NodeApiError;
			expect(thrown.context.data).toMatchObject(names());
			for (const [member, value] of Object.entries(thrown.context.data as IDataObject)) {
				if (typeof value === 'string') expect(thrown.description).toContain(`${member}: ${value}`);
			}
			expect(thrown.description).toMatch(goOn);
		},
	);
});

describe('work that Phrase ended without success', () => {
	const failing = async (fileName: string) => [
		{ json: {}, binary: { data: await storeBinary(Buffer.from('x'), { fileName }) } },
	];

	it('an import: the jobs are named', async () => {
		const given = inProject('create', { targetLangs: ['cs_cz', 'de'] });
		const { items } = await runTms(sandbox, given, {
			items: await failing('fail-import.txt'),
			continueOnFail: true,
		});
		expect(items[0]?.json.error).toMatchObject({
			errorCode: 'IMPORT_FAILED',
			projectUid: sandbox.seed.project.uid,
			jobUids: [anyId, anyId],
			fileName: 'fail-import.txt',
		});
	});

	it('a machine translation: the file translation and the language are named', async () => {
		const { items } = await runLanguageAi(
			sandbox,
			{
				resource: 'fileTranslation',
				operation: 'translate',
				sourceLang: byId('en'),
				targetLangs: ['cs', 'de'],
			},
			{ items: await failing('fail-mt-de.txt'), continueOnFail: true },
		);
		const { fileTranslationUid } = items[0]?.json ?? {};
		expect(items[1]?.json.error).toMatchObject({ fileTranslationUid, targetLang: 'de' });
	});
});
