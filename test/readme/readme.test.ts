import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureN8n, MANUAL_TRIGGER, N8nClient, N8nServer, N8nSession, until } from '../../n8n';
import { chromiumPath, launchChromium } from '../../n8n/editor/chromium';
import { Editor } from '../../n8n/editor/editor';
import { readTemplate, TEMPLATES, type TemplateName } from '../../n8n/templates';
import { CleanPlace } from './support/cleanPlace';
import { workflowThatFails } from './support/failing';
import { buildFirstWorkflow, runFirstWorkflow } from './support/firstWorkflow';
import { Section } from './support/page';
import { Running } from './support/running';

/** Milliseconds in which n8n has a change. */
const RELOAD_MS = 60_000;

const NAMES = Object.keys(TEMPLATES) as TemplateName[];

/**
 * The README as somebody follows it who has only just found the package. `npm test`, its third command, is what
 * `.ci/run` and the CI run beside this: it takes minutes, and is the same in a clone.
 */
describe('a clean clone', () => {
	const place = new CleanPlace();
	const started: Running[] = [];
	const inClone = { cwd: place.clone, env: place.env };
	const start = (line: string): Running => {
		const running = Running.start(line, inClone);
		started.push(running);
		return running;
	};

	const change = (file: string, before: RegExp, after: string): void => {
		const path = join(place.clone, file);
		const text = readFileSync(path, 'utf8');
		expect(text).toMatch(before);
		writeFileSync(path, text.replace(before, after));
	};

	const [clone = '', ...tries] = Section.called('Try it without a Phrase account').commands();

	beforeAll(async () => {
		chromiumPath();
		await Running.toSuccess(clone.replace(/ && cd .+$/, ''), { cwd: place.work, env: place.env });
	});
	afterAll(() => {
		for (const running of started) running.kill();
		place.remove();
	});

	it('shows all templates by the command of the README', async () => {
		expect(clone).toMatch(/^git clone \S+ && cd n8n-nodes-phrase$/);
		const [demo = '', ...others] = tries;
		expect(others).toEqual(['npm test']);
		const output = await Running.toSuccess(demo, inClone);
		for (const name of NAMES)
			expect(output).toMatch(
				new RegExp(`^${literal(readTemplate(name).name)}\\n  http://.+/workflow/\\w+$`, 'm'),
			);
		expect(output).toMatch(
			/^ {2}demo\/output\/upload-pre-translate-download\/de\/welcome.txt {2}\[de\] Welcome\.$/m,
		);
		expect(output).toMatch(
			/^ {2}demo\/output\/language-ai.+ {2}\[fr\] Welcome\. {2}score 0\.\d+, (passes|to be reviewed)$/m,
		);
		expect(place.leftBehind()).toEqual([]);
	});

	it('leaves no process and no folder when Ctrl-C ends the demo, in the middle of its work', async () => {
		const demo = start('npm run demo -- --keep');
		await demo.starts('bin/n8n start');
		expect(place.leftBehind()).toHaveLength(1);
		await demo.pressCtrlC();
		expect(place.leftBehind()).toEqual([]);
	});

	it('has an n8n for developers, which serves what they change, until Ctrl-C', async () => {
		const dev = start('npm run dev');
		const [, url = ''] = await dev.prints(/n8n: +(http:\S+)[\s\S]*Ctrl-C stops all/);
		const session = N8nSession.at(url);
		await session.signIn();
		const n8n = new N8nClient(session);
		const credentials = await n8n.credentials();
		expect(credentials.map(({ type }) => type).sort()).toEqual(['phraseLanguageAiApi', 'phraseTmsApi']);
		const tms = credentials.find(({ type }) => type === 'phraseTmsApi');
		if (tms === undefined) throw new Error('There is no credential for TMS');
		const workflow = await n8n.createWorkflow(workflowThatFails(tms));
		const fails = async () => (await n8n.runToEnd(workflow, MANUAL_TRIGGER)).error;
		// n8n writes that file anew while it is read.
		const serves = async (text: string) =>
			(await (await session.send('GET', '/types/nodes.json')).text()).includes(text);
		expect(await fails()).toMatch(/was not found/);

		const changed = 'Away with a project';
		change('nodes/PhraseTms/resources/project/delete.operation.ts', /(?<=description: ').+(?=',)/, changed);
		await until('n8n serves the new text', RELOAD_MS, async () => (await serves(changed)) || undefined);
		change('core/http/refusal.ts', /was not found/, 'is in no place');
		await until('n8n runs the new code', RELOAD_MS, async () =>
			((await fails()) ?? '').includes('is in no place') ? true : undefined,
		);

		await dev.pressCtrlC();
		expect(place.leftBehind()).toEqual([]);
	});

	it('is installed as the README says, and the first workflow brings a translated file', async () => {
		for (const command of Section.called('Install').commands()) await Running.toSuccess(command, inClone);

		const sandbox = start('npm run sandbox');
		const [, tmsUrl = '', platformUrl = '', platformApiToken = ''] = await sandbox.prints(
			/ TMS +(http\S+)\n +Phrase Platform +(http\S+)\n[\s\S]*Phrase TMS API\n +Platform API token +(\S+)/,
		);
		const server = await N8nServer.start({
			installation: await ensureN8n(undefined, () => undefined),
			userFolder: place.home,
			logFile: join(place.work, 'n8n.log'),
		});
		const browser = await launchChromium(mkdtempSync(join(place.temporary, 'chromium-')));
		try {
			const session = N8nSession.at(server.url);
			await session.setUpOwner();
			const editor = await Editor.open(browser, session);
			const steps = Section.called('Your first workflow').steps();
			expect(steps).toHaveLength(10);
			const { last } = await buildFirstWorkflow(editor, steps, { tmsUrl, platformUrl, platformApiToken });
			const panel = await runFirstWorkflow(editor, last, { name: 'hello.txt', text: 'Hello world.\n' });
			await panel.outputShows(/[2-9] items/);
			expect(await panel.openFile()).toMatch(/^\[\w+\] Hello world\./);
		} finally {
			await browser.close();
			await server.stop();
		}
		await sandbox.pressCtrlC();
	});
});

/** A text as a pattern that matches it only. */
function literal(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
