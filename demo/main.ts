import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox';
import {
	CREDENTIAL_NAMES,
	ensureN8n,
	installNodes,
	N8nClient,
	N8nServer,
	N8nSession,
	OWNER,
	packNodes,
	prepareDatabase,
} from '../n8n';
import { Cleanup } from './cleanup';
import { clearOutput } from './save';
import { byCallback, byLanguageAi, byUpload, importTemplates, type Stage } from './scenes';
import { Steps } from './steps';
import { filesTable, stepsTable } from './summary';

const HELP = `Runs the main job in a real n8n, against a local Phrase.

npm run demo -- [options]

  --keep   leave n8n and the sandbox running afterwards, until Ctrl-C
  --help   this text
`;

/** The folder with the logs of a run: removed when the run succeeds. */
let logFolder: string | undefined;

async function demo(keep: boolean, steps: Steps, cleanup: Cleanup): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-demo-'));
	logFolder = folder;
	await clearOutput();

	const installation = await steps.take('Get n8n', async (report) => await ensureN8n(undefined, report));
	const userFolder = join(folder, 'n8n');
	await steps.take('Build the nodes and install them in n8n', async (report) => {
		const [tarball] = await Promise.all([
			packNodes(folder, report),
			prepareDatabase(installation, userFolder),
		]);
		await installNodes(tarball, userFolder, report);
	});
	const sandbox = await steps.take('Start the Phrase sandbox', async () => await startSandbox());
	cleanup.add(async () => await sandbox.close());
	steps.requestsSoFar = () => sandbox.counters().requestsTotal;
	const server = await steps.take(
		`Start n8n ${installation.version}`,
		async (report) =>
			await N8nServer.start({ installation, userFolder, logFile: join(folder, 'n8n.log'), report }),
	);
	cleanup.add(async () => await server.stop());

	const session = N8nSession.at(server.url);
	const stage: Stage = { n8n: new N8nClient(session), n8nUrl: server.url, sandbox };
	const templates = await steps.take('Import credentials and templates', async () => {
		await session.setUpOwner();
		const { phraseTmsApi, phraseLanguageAiApi } = sandbox.credentials;
		await stage.n8n.createCredential(CREDENTIAL_NAMES.phraseTmsApi, 'phraseTmsApi', {
			...phraseTmsApi,
			callbackSigningSecret: randomBytes(24).toString('hex'),
		});
		await stage.n8n.createCredential(
			CREDENTIAL_NAMES.phraseLanguageAiApi,
			'phraseLanguageAiApi',
			phraseLanguageAiApi,
		);
		return await importTemplates(stage);
	});

	const files = [
		...(await steps.take(
			'Connector file → jobs → target files, by callback',
			async () => await byCallback(stage, templates),
		)),
		...(await steps.take(
			'Language AI file translation with quality score',
			async () => await byLanguageAi(stage, templates),
		)),
		...(await steps.take(
			'Upload → jobs → pre-translation → target files',
			async () => await byUpload(stage, templates),
		)),
	];
	console.log(`\n${stepsTable(steps.results)}\n\n${filesTable(files)}\n`);

	if (keep) {
		console.log(`n8n:     ${server.url}  (log in as ${OWNER.email} with the password ${OWNER.password})`);
		console.log(`sandbox: ${sandbox.url}\nCtrl-C stops both.`);
		return;
	}
	await cleanup.run();
	await rm(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(HELP);
		return;
	}
	const steps = new Steps();
	const cleanup = new Cleanup();
	let finished = false;
	const stop = (exitCode: number): void => {
		// Comes after the harness's own listener, which kills what is still running.
		process.once('exit', () => rmSync(logFolder ?? '', { recursive: true, force: true, maxRetries: 10 }));
		void cleanup.run().finally(() => process.exit(finished ? 0 : exitCode));
	};
	process.once('SIGINT', () => stop(130));
	process.once('SIGTERM', () => stop(143));
	try {
		await demo(values.keep, steps, cleanup);
		finished = true;
	} catch (error) {
		if (error !== steps.failure) console.error(error instanceof Error ? error.message : error);
		if (logFolder !== undefined) console.error(`Logs and n8n's data of this run: ${logFolder}`);
		await cleanup.run();
		process.exit(1);
	}
}

void main();
