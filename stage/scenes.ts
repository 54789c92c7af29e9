import { MANUAL_TRIGGER, triggerPath, withParameters, type N8nExecution, type TemplateName } from '../n8n';
import { playAgent } from './agent';
import { playDowntime } from './downtime';
import type { Stage } from './stage';

/** Where something that a template was run for is to be seen. */
export interface Outcome {
	execution: N8nExecution;
	/** Name of the node that puts it out. */
	node: string;
	/** Which of its outputs; the first when it is left out. */
	output?: number;
	/** The member that tells of an item without a file. */
	member?: string;
}

/** What came of a template. */
export interface Played {
	outcomes: Outcome[];
}

export const TRANSLATE = 'Translate the file';
export const DOWNLOAD = 'Download the target files';
export const COLLECT = 'Download the target file';
const TELL = 'Tell the channel';

const HOUR_MS = 3_600_000;

/** What each template needs to be run, and what comes of it. Each scene throws when a workflow in it fails. */
export const SCENES = {
	aiAgent: async (stage: Stage) => {
		const played = await playAgent(stage, 'Say good morning in German', [
			() => ({
				tool: 'Translate_a_text',
				args: { text: 'Good morning', sourceLang: 'en', targetLang: 'de' },
			}),
			(texts) => ({ answer: `It is: ${(JSON.parse(texts) as Array<{ target: string }>)[0]?.target}` }),
		]);
		const { execution } = played;
		return { ...played, outcomes: [{ execution, node: 'Translation agent', member: 'output' }] };
	},

	alerts: async (stage: Stage) => {
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
		const told = executions.filter((execution) => execution.runs(TELL) > 0);

		const { project, user } = sandbox.seed;
		const due = {
			status: 'ACCEPTED',
			dateDue: new Date(Date.now() + HOUR_MS).toISOString(),
			providers: [{ type: 'USER', id: user.id }],
		};
		await stage.ask('PATCH', `/api2/v1/projects/${project.uid}/jobs/${accepted}`, JSON.stringify(due));
		const morning = await stage.runWorkflow(workflow, 'Every morning');
		const outcomes = [...told, morning].map((execution) => ({ execution, node: TELL, member: 'message' }));
		return { told, morning, outcomes };
	},

	allLanguagesInOneDelivery: async (stage: Stage) => {
		const { sandbox } = stage;
		const project = { name: `Delivery ${Date.now()}`, sourceLang: 'en', targetLangs: ['cs', 'de'] };
		const made = await stage.ask('POST', '/api2/v3/projects', JSON.stringify(project));
		const { uid: projectUid } = (await made.json()) as { uid: string };
		const jobsIn = (targetLang: string) =>
			sandbox.createJobs({ projectUid, names: ['a.md', 'b.md'], targetLang }).map(({ uid }) => uid);
		const [czech, german] = [jobsIn('cs'), jobsIn('de')];
		const workflow = await stage.imported('allLanguagesInOneDelivery');
		const complete = async (jobs: string[]) =>
			await stage.publishedOnce(workflow, () => sandbox.setJobStatus(jobs, 'COMPLETED'));
		const first = await complete(czech);
		const last = await complete(german);
		const uids = [...czech, ...german];
		return { first, last, uids, outcomes: [{ execution: last, node: DOWNLOAD }] };
	},

	analysisQuoteApproval: async (stage: Stage) => {
		const { n8n } = stage;
		const workflow = await stage.imported('analysisQuoteApproval');
		const answered = async (answer: 'refuse' | 'approve') => {
			const id = await n8n.run(workflow, MANUAL_TRIGGER);
			const asleep = await n8n.asleep(id);
			const [link = ''] = asleep.texts('Send the links to whoever approves', answer);
			const { status } = await fetch(link);
			const execution = await n8n.ended(id);
			if (execution.status !== 'success' || status !== 200)
				throw new Error(`Workflow "${workflow.name}": ${execution.summary()}, the link answered ${status}`);
			return execution;
		};
		const refused = await answered('refuse');
		const approved = await answered('approve');
		return {
			refused,
			approved,
			outcomes: [{ execution: approved, node: 'Create the quote', member: 'name' }],
		};
	},

	bilingualThroughModel: async (stage: Stage) => {
		const execution = await stage.run('bilingualThroughModel');
		return {
			execution,
			outcomes: [{ execution, node: 'Upload the bilingual file', member: 'filename' }],
		};
	},

	catchUp: async (stage: Stage) => {
		const played = await playDowntime(stage);
		const { execution } = played;
		return { ...played, outcomes: [{ execution, node: 'Replay the calls', member: 'callUids' }] };
	},

	collectByCallback: byCallback,

	connectorAndBack: async (stage: Stage) => {
		const execution = await stage.run('connectorAndBack');
		return { execution, outcomes: [{ execution, node: DOWNLOAD }] };
	},

	finishWithoutHuman: async (stage: Stage) => {
		const { sandbox } = stage;
		const projectUid = sandbox.seed.project.uid;
		const [known = '', unknown = ''] = sandbox
			.createJobs({ names: ['known.md', 'unknown.md'] })
			.map(({ uid }) => uid);
		await confirmAll(stage, projectUid, known);
		const execution = await stage.run('finishWithoutHuman');
		return {
			projectUid,
			known,
			unknown,
			outcomes: [
				{ execution, node: 'Set the job completed', member: 'status' },
				{ execution, node: 'Assign the job to a linguist', member: 'filename' },
			],
		};
	},

	languageAi: async (stage: Stage) => {
		const execution = await stage.run('languageAi');
		return {
			execution,
			outcomes: [0, 1].map((output) => ({ execution, node: TRANSLATE, output })),
		};
	},

	memoryAndTerms: async (stage: Stage) => {
		const execution = await stage.run('memoryAndTerms', 'Every night');
		return { execution, outcomes: [{ execution, node: 'Put the backup into your storage' }] };
	},

	pluginLifeCycle: async (stage: Stage) => {
		const created = await stage.run('pluginLifeCycle');
		const uids = created.texts('Create the jobs', 'jobUid');
		const delivered = await completed(stage, 'pluginLifeCycle', uids);
		return { created, uids, delivered, outcomes: [{ execution: delivered, node: COLLECT }] };
	},

	qualityReport: async (stage: Stage) => {
		const { sandbox } = stage;
		const [good = '', bad = ''] = sandbox.createJobs({ names: ['good.md', 'bad.md'] }).map(({ uid }) => uid);
		const path = `/api2/v1/projects/${sandbox.seed.project.uid}/jobs/translations`;
		await stage.ask('DELETE', path, JSON.stringify({ jobs: [{ uid: bad }] }));
		sandbox.setJobStatus([good, bad], 'COMPLETED');
		const execution = await stage.run('qualityReport', 'Every week');
		return { execution, outcomes: [{ execution, node: 'Send the report' }] };
	},

	repositoryAndBack: async (stage: Stage) => {
		const created = await stage.run('repositoryAndBack');
		const again = await stage.run('repositoryAndBack');
		const uids = created.texts('Create jobs from the file', 'jobUid');
		const delivered = await completed(stage, 'repositoryAndBack', uids);
		return { uids, again, delivered, outcomes: [{ execution: delivered, node: COLLECT }] };
	},

	requestByCallback: byCallback,

	sourceChanged: async (stage: Stage) => {
		const { sandbox } = stage;
		const uids = ['cs_cz', 'de'].flatMap((targetLang) =>
			sandbox.createJobs({ names: ['changed.md'], targetLang }).map(({ uid }) => uid),
		);
		const workflow = await stage.imported('sourceChanged');
		const tell = async (fileName: string, text: string) =>
			await stage.publishedOnce(workflow, async () => {
				await fetch(`${stage.n8nUrl}/webhook/new-version-of-a-text`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ fileName, text }),
				});
			});
		const before = await stage.jobs(uids);
		const changed = await tell('changed.md', 'A new line.\n');
		const made = await tell('new.md', 'Hello.\n');
		return {
			before,
			made,
			outcomes: [
				{ execution: changed, node: 'Update the source of the jobs', member: 'jobUids' },
				{ execution: made, node: 'Create jobs from the text', member: 'filename' },
			],
		};
	},

	translateTexts: async (stage: Stage) => {
		const execution = await stage.run('translateTexts');
		return {
			execution,
			outcomes: [{ execution, node: 'Write the translations back', member: 'target' }],
		};
	},

	uploadAndPreTranslate: async (stage: Stage) => {
		const execution = await stage.run('uploadAndPreTranslate');
		return { execution, outcomes: [{ execution, node: DOWNLOAD }] };
	},

	vendorOrder: async (stage: Stage) => {
		const { sandbox } = stage;
		const workflow = await stage.imported('vendorOrder');
		const event = { event: 'SHARED_PROJECT_ASSIGNED', projectUid: sandbox.seed.project.uid };
		const execution = await stage.publishedOnce(workflow, () => sandbox.emit(event));
		return {
			execution,
			outcomes: [{ execution, node: 'Place the order in your system', member: 'orderNumber' }],
		};
	},
} satisfies Record<TemplateName, (stage: Stage) => Promise<Played>>;

/** The two workflows that share the work: one requests target files, Phrase's callbacks start the other. */
async function byCallback(stage: Stage) {
	const { n8n } = stage;
	const collect = await stage.imported('collectByCallback');
	await n8n.activate(collect);
	try {
		const triggerUrl = `${stage.n8nUrl}/webhook/${triggerPath(collect)}`;
		const request = await stage.imported('requestByCallback', (template) =>
			withParameters(template, 'Request the target files', { triggerUrl }),
		);
		const uids = (await stage.runWorkflow(request)).texts('Request the target files', 'jobUid');
		const collected = await n8n.executionsOf(collect, uids.length);
		const failed = collected.find(({ status }) => status !== 'success');
		if (failed !== undefined) throw new Error(`Workflow "${collect.name}": ${failed.summary()}`);
		return { uids, collected, outcomes: collected.map((execution) => ({ execution, node: COLLECT })) };
	} finally {
		await n8n.deactivate(collect);
	}
}

/** Completes jobs while the lower part of a template waits for that. */
async function completed(stage: Stage, name: TemplateName, uids: string[]): Promise<N8nExecution> {
	const workflow = await stage.imported(name);
	return await stage.publishedOnce(workflow, () => {
		stage.sandbox.setJobStatus(uids, 'ACCEPTED');
		stage.sandbox.setJobStatus(uids, 'COMPLETED');
	});
}

/** Confirms all segments of a job, as a linguist would. */
async function confirmAll(stage: Stage, projectUid: string, jobUid: string): Promise<void> {
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
