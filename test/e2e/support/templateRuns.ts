import { withParameters, type N8nExecution, type TemplateName } from '../../../n8n';
import { fakeTranslation } from '../../../sandbox/fakeTranslation';
import { COLLECT, DOWNLOAD, SCENES, TRANSLATE } from '../../../stage';
import { agentRun } from './agentRun';
import { fileOf } from './files';
import type { TemplateStage } from './templateStage';

/** Plays a template, and looks at what came of it in n8n and in Phrase. */
type TemplateRun = (stage: TemplateStage) => Promise<void>;

const DELIVERED = 'Set the job delivered';

const wasWoken = { wait: expect.objectContaining({ mode: 'callback', callbacks: 1 }) as unknown };

/** How the sandbox scores the translations of the template for Language AI, the worse one first. */
async function scoresOf(stage: TemplateStage) {
	const workflow = await stage.imported('languageAi', (template) =>
		withParameters(template, TRANSLATE, { passThreshold: 0 }),
	);
	const scores = (await stage.runWorkflow(workflow))
		.items(TRANSLATE)
		.map(({ json }) => ({ language: String(json.targetLang), score: Number(json.score) }))
		.sort((one, other) => one.score - other.score);
	const [low, high] = scores;
	if (low === undefined || high === undefined) throw new Error('There are no two translations');
	expect(low.score).toBeLessThan(high.score);
	return [low, high] as const;
}

/** Expects that completed jobs came back and were delivered. */
async function expectDelivered(
	stage: TemplateStage,
	execution: N8nExecution,
	uids: string[],
	arrival: string,
): Promise<void> {
	expect(execution.texts(COLLECT, 'jobUid').sort()).toEqual([...uids].sort());
	await stage.targetFiles(execution, COLLECT);
	expect(execution.items(arrival)).toHaveLength(uids.length);
	expect(execution.items(DELIVERED)).toHaveLength(uids.length);
	expect(await stage.statuses(uids)).toEqual(uids.map(() => 'DELIVERED'));
}

/** Translations of the segments of a job. */
async function translationsOf(stage: TemplateStage, projectUid: string, jobUid: string): Promise<string[]> {
	const path = `/api2/v1/projects/${projectUid}/jobs/${jobUid}/segments?beginIndex=0&endIndex=99`;
	const { segments } = (await (await stage.ask('GET', path)).json()) as {
		segments: Array<{ translation: string }>;
	};
	return segments.map(({ translation }) => translation);
}

async function byCallback(stage: TemplateStage): Promise<void> {
	const { uids, collected } = await SCENES.requestByCallback(stage);
	expect(uids).toHaveLength(2);
	expect(collected).toHaveLength(2);
	const arrived = collected.flatMap((execution) => execution.texts(COLLECT, 'jobUid'));
	expect(arrived.sort()).toEqual(uids.sort());
	for (const execution of collected) await stage.targetFiles(execution, COLLECT);
}

/** Each template, with what shows that it does what it says. */
export const TEMPLATE_RUNS: Record<TemplateName, TemplateRun> = {
	aiAgent: agentRun,

	alerts: async (stage) => {
		const { told, morning } = await SCENES.alerts(stage);
		expect(told.flatMap((execution) => execution.texts('Tell the channel', 'message')).sort()).toEqual([
			'Job rejected: rejected.md into cs_cz, project Sandbox project',
			'The due date has moved: moved.md into cs_cz, project Sandbox project',
		]);
		expect(morning.texts('Tell the channel', 'message')).toEqual([
			expect.stringMatching(/^Due 20.+: accepted\.md into cs_cz$/),
		]);
	},

	allLanguagesInOneDelivery: async (stage) => {
		const { first, last, uids } = await SCENES.allLanguagesInOneDelivery(stage);
		expect(first.runs(DOWNLOAD)).toBe(0);
		expect(await stage.targetFiles(last, DOWNLOAD, true)).toHaveLength(4);
		const zip = await stage.n8n.download(last.file('Deliver the ZIP'));
		for (const file of ['a.cs.md', 'b.cs.md', 'a.de.md', 'b.de.md']) expect(zip.includes(file)).toBe(true);
		expect(await stage.statuses(uids)).toEqual(Array(4).fill('DELIVERED'));
	},

	analysisQuoteApproval: async (stage) => {
		const { refused, approved } = await SCENES.analysisQuoteApproval(stage);
		for (const execution of [refused, approved])
			expect(execution.items('Create the quote')[0]?.json.name).toMatch(/^Quote of 20/);
		expect(refused.runs('Assign as the template says')).toBe(0);
		expect(approved.runs('Assign as the template says')).toBe(1);
		expect(stage.calls('assignLinguistsFromTemplate')).toBe(1);
		expect(stage.calls('createAnalyseAsyncV2')).toBe(2);
	},

	bilingualThroughModel: async (stage) => {
		const { execution } = await SCENES.bilingualThroughModel(stage);
		const uids = execution.texts('Upload the bilingual file', 'jobUid');
		expect(uids.length).toBeGreaterThan(0);
		expect(await stage.statuses(uids)).toEqual(uids.map(() => 'COMPLETED'));
		for (const uid of uids)
			for (const translation of await translationsOf(stage, stage.sandbox.seed.project.uid, uid))
				expect(translation).toMatch(/ \(improved\)$/);
	},

	catchUp: async (stage) => {
		const { failed, execution, received } = await SCENES.catchUp(stage);
		expect(failed).toBe(2);
		expect(received).toEqual(['/events']);
		expect(execution.items('Find pending requests')).toHaveLength(1);
		// It has only just begun.
		expect(execution.runs('Tell somebody')).toBe(0);
	},

	collectByCallback: byCallback,

	connectorAndBack: async (stage) => {
		const starts = [/POST .*\/files\//, /POST .*\/connectorTask/, /PUT .*\/targetFile/, /POST .*\/upload$/];
		const execution = await stage.runAsleep('connectorAndBack', starts);
		const upload = 'Put the file into the repository';
		for (const node of [
			'Have the connector download the file',
			'Create jobs from the file',
			DOWNLOAD,
			upload,
		])
			for (const { json } of execution.items(node)) expect(json).toMatchObject(wasWoken);
		expect(await stage.targetFiles(execution, DOWNLOAD, true)).toHaveLength(2);
		const { id, files } = stage.sandbox.seed.connector;
		const folder = await stage.ask('GET', `/api2/v1/connectors/${id}/folders/${files.guide.folder}`);
		expect(await folder.json()).toMatchObject({
			files: expect.arrayContaining(
				['guide.cs_cz.md', 'guide.de.md'].map((name) => expect.objectContaining({ name }) as unknown),
			) as unknown,
		});
	},

	finishWithoutHuman: async (stage) => {
		const { projectUid, known, unknown } = await SCENES.finishWithoutHuman(stage);
		expect(await stage.statuses([known, unknown])).toEqual(['COMPLETED', 'NEW']);
		const job = await stage.ask('GET', `/api2/v1/projects/${projectUid}/jobs/${unknown}`);
		expect(await job.json()).toMatchObject({ providers: [{ id: '201' }] });
	},

	languageAi: async (stage) => {
		const [low, high] = await scoresOf(stage);
		// The threshold is between the two scores that the sandbox gives: one translation passes.
		const workflow = await stage.imported('languageAi', (template) =>
			withParameters(template, TRANSLATE, { passThreshold: (low.score + high.score) / 2 }),
		);
		const execution = await stage.runWorkflow(workflow);
		const [passed, ...others] = execution.items(TRANSLATE);
		expect(others).toEqual([]);
		expect(passed?.json).toMatchObject({ targetLang: high.language, score: high.score, passed: true });
		const facts = await stage.sandbox.fileTranslation(String(passed?.json.fileTranslationUid));
		expect(await fileOf(stage.n8n, execution, 'Publish the translation')).toEqual(
			facts.targets[high.language],
		);
		const jobs = await stage.jobs(execution.texts('Create a job for people', 'jobUid'));
		expect(jobs.map(({ filename, targetLang }) => [filename, targetLang])).toEqual([
			['welcome.txt', low.language],
		]);
	},

	memoryAndTerms: async (stage) => {
		const { execution } = await SCENES.memoryAndTerms(stage);
		const backup = await stage.n8n.download(execution.file('Put the backup into your storage'));
		expect(backup.toString()).toMatch(/^<\?xml[\s\S]*<tmx/);
		const sheet = await stage.n8n.download(execution.file('Make a sheet of them'));
		const imported = stage.sandbox.requests().find(({ operationId }) => operationId === 'importTermBaseV2');
		expect(imported).toMatchObject({ status: 200, headers: { 'content-length': String(sheet.length) } });
		expect(execution.items('Import the terms')).toHaveLength(1);
	},

	pluginLifeCycle: async (stage) => {
		const { created, uids, delivered } = await SCENES.pluginLifeCycle(stage);
		const [projectUid = ''] = created.texts('Create a project from the template', 'projectUid');
		const jobs = await stage.jobs(uids);
		expect(jobs.map((job) => job.targetLang)).toEqual(stage.sandbox.seed.project.targetLangs);
		expect(new Set(jobs.map((job) => job.projectUid))).toEqual(new Set([projectUid]));
		expect(projectUid).not.toBe(stage.sandbox.seed.project.uid);
		await expectDelivered(stage, delivered, uids, 'Import the file into your system');
	},

	qualityReport: async (stage) => {
		const { execution } = await SCENES.qualityReport(stage);
		const sheet = (await stage.n8n.download(execution.file('Send the report'))).toString();
		expect(sheet.trim().split(/\r?\n/).slice(1)).toEqual(['bad.md,cs_cz,1,EmptyTranslation']);
	},

	repositoryAndBack: async (stage) => {
		const { uids, again, delivered } = await SCENES.repositoryAndBack(stage);
		expect(uids).toHaveLength(2);
		expect(again.texts('Create jobs from the file', 'jobUid').sort()).toEqual([...uids].sort());
		await expectDelivered(stage, delivered, uids, 'Put the file back into the repository');
		const sample = await stage.run('repositoryAndBack', 'When a job is completed');
		await stage.targetFiles(sample, COLLECT);
	},

	requestByCallback: byCallback,

	sourceChanged: async (stage) => {
		const { before, made } = await SCENES.sourceChanged(stage);
		const after = await stage.jobs(before.map(({ uid }) => uid));
		for (const [index, { source, target }] of after.entries()) {
			expect(source.size).toBe('A new line.\n'.length);
			expect(target.sha256).not.toBe(before[index]?.target.sha256);
		}
		const jobs = await stage.jobs(made.texts('Create jobs from the text', 'jobUid'));
		expect(jobs.map(({ filename, targetLang }) => [filename, targetLang])).toEqual([
			['new.md', 'cs_cz'],
			['new.md', 'de'],
		]);
		expect(stage.calls('updateSource')).toBe(1);
	},

	translateTexts: async (stage) => {
		const { execution } = await SCENES.translateTexts(stage);
		const texts = execution.texts('Read the texts', 'text');
		expect(execution.items('Write the translations back').map(({ json }) => json)).toMatchObject(
			texts.map((text, index) => ({
				id: `product-${index + 1}`,
				text,
				target: fakeTranslation('text.txt', text, 'de'),
			})),
		);
		const requests = stage.sandbox.requests().filter(({ path }) => path.endsWith('/textTranslations'));
		expect(requests).toHaveLength(2);
	},

	uploadAndPreTranslate: async (stage) => {
		const { execution } = await SCENES.uploadAndPreTranslate(stage);
		expect(await stage.targetFiles(execution, DOWNLOAD)).toHaveLength(2);
	},

	vendorOrder: async (stage) => {
		const { execution } = await SCENES.vendorOrder(stage);
		const [order] = execution.items('Place the order in your system');
		const { uid } = stage.sandbox.seed.project;
		expect(order?.json).toMatchObject({ projectUid: uid, customer: 'Client A', orderNumber: 'PO-1' });
		const project = await stage.ask('GET', `/api2/v1/projects/${uid}`);
		expect(await project.json()).toMatchObject({ purchaseOrder: 'PO-1' });
	},
};
