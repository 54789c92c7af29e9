import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
	ensureN8n,
	installNodes,
	N8nClient,
	N8nServer,
	N8nSession,
	OWNER,
	packNodes,
	prepareDatabase,
	readTemplate,
	TEMPLATES,
} from '../n8n';
import { startSandbox } from '../sandbox';
import { createCredentials, Program } from '../stage';
import { clearOutput } from './files';
import { shown } from './show';
import { STOPS, TourStage, type Stop } from './tour';

const HELP = `Runs the workflow templates in a real n8n, against a local Phrase.

npm run demo -- [options]

  --keep   leave n8n and the sandbox running afterwards, until Ctrl-C, as in a terminal
  --end    end afterwards, in a terminal as well
  --help   this text
`;

/** Starts n8n with the nodes in it, and the sandbox. */
async function setUp(program: Program): Promise<TourStage> {
	const { folder, steps } = program;
	const installation = await steps.take('Get n8n', async (report) => await ensureN8n(undefined, report));
	const userFolder = join(folder, 'n8n');
	await steps.take('Build the nodes and install them in n8n', async (report) => {
		const [tarball] = await Promise.all([
			packNodes(folder, report),
			prepareDatabase(installation, userFolder),
		]);
		await installNodes(tarball, userFolder, report);
	});
	return await steps.take(`Start n8n ${installation.version} and the Phrase sandbox`, async (report) => {
		const sandbox = await startSandbox();
		program.cleanup(async () => await sandbox.close());
		const logFile = join(folder, 'n8n.log');
		const server = await N8nServer.start({ installation, userFolder, logFile, report });
		program.cleanup(async () => await server.stop());
		const session = N8nSession.at(server.url);
		await session.setUpOwner();
		const n8n = new N8nClient(session);
		await createCredentials(n8n, sandbox);
		// The templates find their credentials by name.
		return new TourStage(n8n, server.url, sandbox, []);
	});
}

/** Imports a template and runs it. Gives what came of it, in lines of text. */
async function stopAt(stage: TourStage, { template, play }: Stop): Promise<string[]> {
	const { outcomes } = await play(stage);
	const [folder = template] = TEMPLATES[template].replace(/\.json$/, '').split('/');
	return await shown(stage, outcomes, folder);
}

/** @returns the exit code */
async function demo(program: Program, keep: boolean): Promise<number> {
	await clearOutput();
	const stage = await setUp(program);
	const told: string[] = [];
	const failed: string[] = [];
	for (const stop of STOPS) {
		const { name } = readTemplate(stop.template);
		let lines: string[];
		try {
			lines = await program.steps.take(name, async () => await stopAt(stage, stop));
		} catch (error) {
			lines = [`FAILED: ${error instanceof Error ? error.message : String(error)}`];
			failed.push(`${name}: ${lines.join()}`);
		}
		const workflows = stage.takeNewWorkflows();
		told.push(
			...workflows.map((workflow) => `${workflow.name}\n  ${stage.n8nUrl}/workflow/${workflow.id}`),
			...lines.map((line) => `  ${line}`),
			'',
		);
	}
	console.log(`\n${told.join('\n')}`);
	if (failed.length > 0) console.error(`${failed.join('\n')}\n`);

	const exitCode = failed.length === 0 ? 0 : 1;
	if (keep) {
		console.log(`n8n:     ${stage.n8nUrl}  (log in as ${OWNER.email} with the password ${OWNER.password})`);
		console.log(`sandbox: ${stage.sandbox.url}\nCtrl-C stops both.`);
		await program.untilStopped(exitCode);
	} else {
		console.log(
			'n8n and the sandbox end now. `npm run demo -- --keep` leaves them running, to look at them.',
		);
	}
	return exitCode;
}

const { values } = parseArgs({
	options: {
		keep: { type: 'boolean', default: process.stdout.isTTY && process.stdin.isTTY && !process.env.CI },
		end: { type: 'boolean', default: false },
		help: { type: 'boolean' },
	},
});
if (values.help) console.log(HELP);
else void Program.run('demo', async (program) => await demo(program, values.keep && !values.end));
