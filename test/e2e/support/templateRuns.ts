import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MANUAL_TRIGGER, triggerPath, withParameters, type TemplateName } from '../../../n8n';
import { fakeTranslation } from '../../../sandbox/fakeTranslation';
import { agentRun } from './agentRun';
import { fileOf } from './files';
import { sharedN8n } from './sharedN8n';
import type { TemplateStage } from './templateStage';

/** Runs a template, and looks at what came of it in n8n and in Phrase. */
type TemplateRun = (stage: TemplateStage) => Promise<void>;

const TRANSLATE = 'Translate the file';
const DOWNLOAD = 'Download the target files';
const COLLECT = 'Download the target file';
const COMPLETED = 'When a job is completed';
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

/** Completes jobs while the lower part of a template waits for that, and sees them come back and be delivered. */
async function completed(
	stage: TemplateStage,
	name: TemplateName,
	uids: string[],
	arrival: string,
): Promise<void> {
	const workflow = await stage.imported(name);
	const complete = () => {
		stage.sandbox.setJobStatus(uids, 'ACCEPTED');
		stage.sandbox.setJobStatus(uids, 'COMPLETED');
	};
	const [execution] = await stage.published(workflow, complete, 1);
	if (execution === undefined) throw new Error('The workflow did not start');
	expect(execution.texts(COLLECT, 'jobUid').sort()).toEqual([...uids].sort());
	await stage.targetFiles(execution, COLLECT);
	expect(execution.items(arrival)).toHaveLength(uids.length);
	expect(execution.items(DELIVERED)).toHaveLength(uids.length);
	expect(await stage.statuses(uids)).toEqual(uids.map(() => 'DELIVERED'));
}

/** Confirms all segments of a job, as a linguist would. */
async function confirmAll(stage: TemplateStage, projectUid: string, jobUid: string): Promise<void> {
	const file = await stage.ask(
		'POST',
		`/api2/v1/projects/${projectUid}/jobs/bilingualFile?format=MXLF`,
		JSON.stringify({ jobs: [{ uid: jobUid }] }),
	);
	const text = (await file.text()).replaceAll('m:confirmed="0"', 'm:confirmed="1"');
	const form = new FormData();
	form.append('file', new Blob([text]), 'job.mxliff');
	await stage.ask('POST', '/api2/v2/bilingualFiles', form);
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
	const { n8n } = stage;
	const collect = await stage.imported('collectByCallback');
	await n8n.activate(collect);
	try {
		const triggerUrl = `${sharedN8n().url}/webhook/${triggerPath(collect)}`;
		const request = await stage.imported('requestByCallback', (template) =>
			withParameters(template, 'Request the target files', { triggerUrl }),
		);
		const jobUids = (await stage.runWorkflow(request)).texts('Request the target files', 'jobUid');
		expect(jobUids).toHaveLength(2);

		const collected = await n8n.executionsOf(collect, jobUids.length);
		expect(collected.map(({ error }) => error)).toEqual([undefined, undefined]);
		const arrived = collected.flatMap((execution) => execution.texts(COLLECT, 'jobUid'));
		expect(arrived.sort()).toEqual(jobUids.sort());
		for (const execution of collected) await stage.targetFiles(execution, COLLECT);
	} finally {
		await n8n.deactivate(collect);
	}
}

/** Each template, with what shows that it does what it says. */
export const TEMPLATE_RUNS: Record<TemplateName, TemplateRun> = {
	aiAgent: agentRun,

	alerts: async (stage) => {
		const { sandbox } = stage;
		const [rejected = '', accepted = '', moved = ''] = sandbox
			.createJobs({ names: ['rejected.md', 'accepted.md', 'moved.md'] })
			.map(({ uid }) => uid);
		const workflow = await stage.imported('alerts');
		const happens = () => {
			sandbox.setJobStatus([rejected], 'REJECTED');
			sandbox.setJobStatus([accepted], 'ACCEPTED');
			sandbox.emit({ event: 'JOB_DUE_DATE_CHANGED', jobUids: [moved] });
		};
		const executions = await stage.published(workflow, happens, 3);
		const told = executions.filter((execution) => execution.runs('Tell the channel') > 0);
		expect(told.flatMap((execution) => execution.texts('Tell the channel', 'message')).sort()).toEqual([
			'Job rejected: rejected.md into cs_cz, project Sandbox project',
			'The due date has moved: moved.md into cs_cz, project Sandbox project',
		]);

		const { project, user } = sandbox.seed;
		const dateDue = new Date(Date.now() + 3_600_000).toISOString();
		const changes = { dateDue, providers: [{ type: 'USER', id: user.id }] };
		await stage.ask(
			'PATCH',
			`/api2/v1/projects/${project.uid}/jobs/${accepted}`,
			JSON.stringify({ status: 'ACCEPTED', ...changes }),
		);
		const morning = await stage.runWorkflow(workflow, 'Every morning');
		expect(morning.texts('Tell the channel', 'message')).toEqual([
			expect.stringMatching(/^Due 20.+: accepted\.md into cs_cz$/),
		]);
	},

	allLanguagesInOneDelivery: async (stage) => {
		const { sandbox } = stage;
		const name = `Delivery ${Date.now()}`;
		const made = await stage.ask(
			'POST',
			'/api2/v3/projects',
			JSON.stringify({ name, sourceLang: 'en', targetLangs: ['cs', 'de'] }),
		);
		const { uid: projectUid } = (await made.json()) as { uid: string };
		const [czech, german] = ['cs', 'de'].map((targetLang) =>
			sandbox.createJobs({ projectUid, names: ['a.md', 'b.md'], targetLang }).map(({ uid }) => uid),
		);
		if (czech === undefined || german === undefined) throw new Error('There are no jobs');
		const workflow = await stage.imported('allLanguagesInOneDelivery');
		const [first] = await stage.published(workflow, () => sandbox.setJobStatus(czech, 'COMPLETED'), 1);
		expect(first?.runs(DOWNLOAD)).toBe(0);
		const [last] = await stage.published(workflow, () => sandbox.setJobStatus(german, 'COMPLETED'), 1);
		if (last === undefined) throw new Error('The workflow did not start');
		expect(await stage.targetFiles(last, DOWNLOAD, true)).toHaveLength(4);
		const zip = await stage.n8n.download(last.file('Deliver the ZIP'));
		for (const file of ['a.cs.md', 'b.cs.md', 'a.de.md', 'b.de.md']) expect(zip.includes(file)).toBe(true);
		expect(await stage.statuses([...czech, ...german])).toEqual(Array(4).fill('DELIVERED'));
	},

	analysisQuoteApproval: async (stage) => {
		const workflow = await stage.imported('analysisQuoteApproval');
		for (const [answer, assigned] of [
			['refuse', 0],
			['approve', 1],
		] as const) {
			const id = await stage.n8n.run(workflow, MANUAL_TRIGGER);
			const asleep = await stage.n8n.asleep(id);
			const [link = ''] = asleep.texts('Send the links to whoever approves', answer);
			expect((await fetch(link)).status).toBe(200);
			const execution = await stage.n8n.ended(id);
			expect(execution.error).toBeUndefined();
			expect(execution.items('Create the quote')[0]?.json.name).toMatch(/^Quote of 20/);
			expect(execution.runs('Assign as the template says')).toBe(assigned);
			expect(stage.calls('assignLinguistsFromTemplate')).toBe(assigned);
		}
		expect(stage.calls('createAnalyseAsyncV2')).toBe(2);
	},

	bilingualThroughModel: async (stage) => {
		const execution = await stage.run('bilingualThroughModel');
		const uids = execution.texts('Upload the bilingual file', 'jobUid');
		expect(uids.length).toBeGreaterThan(0);
		expect(await stage.statuses(uids)).toEqual(uids.map(() => 'COMPLETED'));
		for (const uid of uids)
			for (const translation of await translationsOf(stage, stage.sandbox.seed.project.uid, uid))
				expect(translation).toMatch(/ \(improved\)$/);
	},

	catchUp: async (stage) => {
		const { sandbox } = stage;
		sandbox.configure({ webhooks: { scheduleMs: [0] }, times: { exportMs: 2 * 3_600_000 } });
		let isDown = true;
		const received: string[] = [];
		const receiver = createServer((request, response) => {
			request.resume();
			if (!isDown) received.push(request.url ?? '');
			response.writeHead(isDown ? 503 : 200).end();
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		try {
			const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/events`;
			const events = ['JOB_CREATED'];
			await stage.ask('POST', '/api2/v2/webhooks', JSON.stringify({ name: 'Receiver', url, events }));
			sandbox.emit({ event: 'JOB_CREATED' });
			await sandbox.delivered();
			expect(sandbox.webhookCalls()).toHaveLength(2);
			isDown = false;
			const { uid, jobUid } = sandbox.seed.project;
			await stage.ask('PUT', `/api2/v3/projects/${uid}/jobs/${jobUid}/targetFile`, '{}');

			const execution = await stage.run('catchUp', 'Every hour');
			await sandbox.delivered();
			expect(received).toEqual(['/events']);
			expect(execution.items('Find pending requests')).toHaveLength(1);
			// It has only just begun.
			expect(execution.runs('Tell somebody')).toBe(0);
		} finally {
			receiver.close();
		}
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
		const { sandbox } = stage;
		const projectUid = sandbox.seed.project.uid;
		const [known = '', unknown = ''] = sandbox
			.createJobs({ names: ['known.md', 'unknown.md'] })
			.map(({ uid }) => uid);
		await confirmAll(stage, projectUid, known);
		await stage.run('finishWithoutHuman');
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
		const execution = await stage.run('memoryAndTerms', 'Every night');
		const backup = await stage.n8n.download(execution.file('Put the backup into your storage'));
		expect(backup.toString()).toMatch(/^<\?xml[\s\S]*<tmx/);
		const sheet = await stage.n8n.download(execution.file('Make a sheet of them'));
		const imported = stage.sandbox.requests().find(({ operationId }) => operationId === 'importTermBaseV2');
		expect(imported).toMatchObject({ status: 200, headers: { 'content-length': String(sheet.length) } });
		expect(execution.items('Import the terms')).toHaveLength(1);
	},

	pluginLifeCycle: async (stage) => {
		const execution = await stage.run('pluginLifeCycle');
		const [projectUid = ''] = execution.texts('Create a project from the template', 'projectUid');
		const uids = execution.texts('Create the jobs', 'jobUid');
		const jobs = await stage.jobs(uids);
		expect(jobs.map((job) => job.targetLang)).toEqual(stage.sandbox.seed.project.targetLangs);
		expect(new Set(jobs.map((job) => job.projectUid))).toEqual(new Set([projectUid]));
		expect(projectUid).not.toBe(stage.sandbox.seed.project.uid);
		await completed(stage, 'pluginLifeCycle', uids, 'Import the file into your system');
	},

	qualityReport: async (stage) => {
		const { sandbox } = stage;
		const [good = '', bad = ''] = sandbox.createJobs({ names: ['good.md', 'bad.md'] }).map(({ uid }) => uid);
		const { uid: projectUid } = sandbox.seed.project;
		await stage.ask(
			'DELETE',
			`/api2/v1/projects/${projectUid}/jobs/translations`,
			JSON.stringify({ jobs: [{ uid: bad }] }),
		);
		sandbox.setJobStatus([good, bad], 'COMPLETED');
		const execution = await stage.run('qualityReport', 'Every week');
		const sheet = (await stage.n8n.download(execution.file('Send the report'))).toString();
		expect(sheet.trim().split(/\r?\n/).slice(1)).toEqual(['bad.md,cs_cz,1,EmptyTranslation']);
	},

	repositoryAndBack: async (stage) => {
		const created = await stage.run('repositoryAndBack');
		const uids = created.texts('Create jobs from the file', 'jobUid');
		expect(uids).toHaveLength(2);
		const again = await stage.run('repositoryAndBack');
		expect(again.texts('Create jobs from the file', 'jobUid').sort()).toEqual([...uids].sort());
		const sample = await stage.run('repositoryAndBack', COMPLETED);
		await stage.targetFiles(sample, COLLECT);
		await completed(stage, 'repositoryAndBack', uids, 'Put the file back into the repository');
	},

	requestByCallback: byCallback,

	sourceChanged: async (stage) => {
		const { sandbox } = stage;
		const names = ['changed.md'];
		const uids = ['cs_cz', 'de'].flatMap((targetLang) =>
			sandbox.createJobs({ names, targetLang }).map(({ uid }) => uid),
		);
		const call = async (fileName: string, text: string) =>
			await fetch(`${sharedN8n().url}/webhook/new-version-of-a-text`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ fileName, text }),
			});
		const workflow = await stage.imported('sourceChanged');
		const before = await stage.jobs(uids);
		await stage.published(workflow, async () => await call('changed.md', 'A new line.\n'), 1);
		for (const [index, { source, target }] of (await stage.jobs(uids)).entries()) {
			expect(source.size).toBe('A new line.\n'.length);
			expect(target.sha256).not.toBe(before[index]?.target.sha256);
		}
		expect(stage.calls('updateSource')).toBe(1);

		const [execution] = await stage.published(workflow, async () => await call('new.md', 'Hello.\n'), 1);
		const made = await stage.jobs(execution?.texts('Create jobs from the text', 'jobUid') ?? []);
		expect(made.map(({ filename, targetLang }) => [filename, targetLang])).toEqual([
			['new.md', 'cs_cz'],
			['new.md', 'de'],
		]);
		expect(stage.calls('updateSource')).toBe(1);
	},

	translateTexts: async (stage) => {
		const execution = await stage.run('translateTexts');
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
		const execution = await stage.run('uploadAndPreTranslate');
		expect(await stage.targetFiles(execution, DOWNLOAD)).toHaveLength(2);
	},

	vendorOrder: async (stage) => {
		const { uid } = stage.sandbox.seed.project;
		const workflow = await stage.imported('vendorOrder');
		const share = () => stage.sandbox.emit({ event: 'SHARED_PROJECT_ASSIGNED', projectUid: uid });
		const [execution] = await stage.published(workflow, share, 1);
		const [order] = execution?.items('Place the order in your system') ?? [];
		expect(order?.json).toMatchObject({ projectUid: uid, customer: 'Client A', orderNumber: 'PO-1' });
		const project = await stage.ask('GET', `/api2/v1/projects/${uid}`);
		expect(await project.json()).toMatchObject({ purchaseOrder: 'PO-1' });
	},
};
