import type { INodeParameters } from 'n8n-workflow';
import { ScriptedPhrase } from '../../support/phrase';
import { json } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map(({ json }) => json);
};

const ready = (names: string[]) => {
	const jobs = sandbox.createJobs({ names });
	return { projectUid: byId(String(jobs[0]?.projectUid)), uids: jobs.map(({ uid }) => uid) };
};

const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`).join();

const sent = (path: RegExp) => sandbox.requests().filter((one) => path.test(one.path));

it.each([
	['qualityAssurance', 'evaluateQuality'],
	['lqaAssessment', 'runAuto'],
	['lqaAssessment', 'getReportLink'],
	['lqaAssessment', 'downloadReports'],
])('%s: %s names a job to the next node only when it is about one', async (resource, operation) => {
	const { projectUid, uids } = ready(['one.txt', 'two.txt']);
	const assessed = operation === 'runAuto' ? { assessed: 'jobs' } : {};
	const itemOf = async (jobUids: string[]) => {
		const [item] = await run(resource, operation, { projectUid, jobUids: jobUids.join(), ...assessed });
		return item;
	};
	expect(await itemOf(uids)).not.toHaveProperty('jobUid');
	expect(await itemOf(uids.slice(0, 1))).toMatchObject({ jobUid: uids[0] });
});

describe('quality assurance', () => {
	it('counts the warnings of each job, and says which job they are about', async () => {
		const { projectUid, uids } = ready(['one.txt', 'two.txt']);
		const parameters = { projectUid, jobUids: uids.join(', ') };
		await run('job', 'deleteTranslations', { projectUid, jobUids: String(uids[1]), segments: 'all' });
		const [one, two] = await run('qualityAssurance', 'run', parameters);
		expect(one).toEqual({
			projectUid: projectUid.value,
			jobUid: uids[0],
			warningsCount: 0,
			ignoredWarningsCount: 0,
			segmentsCount: 0,
			warningTypes: [],
			finished: true,
		});
		expect(two).toMatchObject({ jobUid: uids[1], warningTypes: ['EmptyTranslation'] });
		expect(two?.warningsCount).toBeGreaterThan(0);
	});

	it('gives the warnings themselves without Simplify, and looks for what it is told to', async () => {
		const { projectUid, uids } = ready(['one.txt']);
		const jobUids = String(uids[0]);
		await run('job', 'deleteTranslations', { projectUid, jobUids, segments: 'all' });
		const [raw] = await run('qualityAssurance', 'run', { projectUid, jobUids, simplify: false });
		expect(raw).toMatchObject({
			segmentWarnings: [{ warnings: [{ type: 'EmptyTranslation', ignored: false }] }],
		});
		const options = { warningTypes: ['SpellCheck'], maxQaWarningsCount: 5 };
		const [other] = await run('qualityAssurance', 'run', { projectUid, jobUids, options });
		expect(other).toMatchObject({ warningsCount: 0 });
	});

	it('evaluates jobs and waits for the end', async () => {
		const { projectUid, uids } = ready(['one.txt', 'two.txt']);
		const [evaluated] = await run('qualityAssurance', 'evaluateQuality', {
			projectUid,
			jobUids: uids,
			options: { confirmSegments: true },
		});
		expect(evaluated).toMatchObject({
			projectUid: projectUid.value,
			jobUids: uids,
			asyncRequestId: expect.any(String) as string,
			wait: { mode: 'polling' },
		});
	});

	it('says of an evaluation that fails what it was about', async () => {
		const { projectUid, uids } = ready(['fail-work.txt']);
		const error = await thrownBy(run('qualityAssurance', 'evaluateQuality', { projectUid, jobUids: uids }));
		expect((error as Error).message).toContain('did not succeed in Phrase');
		expect(JSON.stringify(error)).toContain(String(uids[0]));
	});

	it('reads the settings of a project, and the warnings about a target file', async () => {
		const { projectUid, uids } = ready(['one.txt']);
		const [settings] = await run('qualityAssurance', 'getSettings', { projectUid });
		expect(settings).toMatchObject({ projectUid: projectUid.value });
		const jobUid = byId(String(uids[0]));
		const [warnings] = await run('qualityAssurance', 'getTargetFileWarnings', { projectUid, jobUid });
		expect(warnings).toMatchObject({ jobUid: uids[0], warnings: expect.any(Array) as unknown[] });
	});

	it.each([
		['run', { jobUids: '' }, "'Job UIDs'"],
		['run', { jobUids: '1', options: { warningTypes: ['Typo'] } }, "'Warning Types'"],
		['run', { jobUids: '1', options: { maxQaWarningsCount: 1001 } }, "'Most Warnings'"],
		['evaluateQuality', { jobUids: many(51) }, "'Job UIDs'"],
	])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
		const parameters = { projectUid: byId('1'), ...wrong };
		const error = await thrownBy(run('qualityAssurance', operation, parameters));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('LQA assessment', () => {
	it('is started, finished with a score, and found', async () => {
		const { uids } = ready(['one.txt', 'two.txt']);
		const jobUids = uids.join(',');
		const before = await run('lqaAssessment', 'get', { jobUids });
		expect(before).toMatchObject(uids.map((jobUid) => ({ jobUid, status: 'NOT_STARTED' })));
		const started = await run('lqaAssessment', 'start', { jobUids });
		expect(started).toMatchObject(uids.map((jobUid) => ({ jobUid, status: 'STARTED' })));
		const finished = await run('lqaAssessment', 'finish', { jobUids, overallFeedback: 'Well done' });
		expect(finished).toMatchObject(uids.map((jobUid) => ({ jobUid, status: 'PASS', score: 97 })));
		const after = await run('lqaAssessment', 'get', { jobUids: String(uids[1]) });
		expect(after).toMatchObject([
			{
				jobUid: uids[1],
				status: 'FINISHED',
				overallFeedback: 'Well done',
				assessmentResult: { status: 'PASS', score: 97 },
			},
		]);
	});

	it('is discarded when it is not finished', async () => {
		const { uids } = ready(['one.txt']);
		await run('lqaAssessment', 'start', { jobUids: uids });
		expect(await run('lqaAssessment', 'discard', { jobUids: uids })).toEqual([
			{ jobUid: uids[0], discarded: true },
		]);
		expect(await run('lqaAssessment', 'get', { jobUids: uids })).toMatchObject([{ status: 'NOT_STARTED' }]);
	});

	it('goes in as many calls as it takes, in order', async () => {
		const { uids } = ready(Array.from({ length: 101 }, (_, index) => `${index}.txt`));
		const assessments = await run('lqaAssessment', 'get', { jobUids: uids });
		expect(assessments.map(({ jobUid }) => jobUid)).toEqual(uids);
		expect(sent(/assessments$/)).toHaveLength(2);
	});

	it('has reports, and a link to them', async () => {
		const { uids } = ready(['one.txt', 'two.txt']);
		const operation = { resource: 'lqaAssessment', operation: 'downloadReports', jobUids: uids };
		const { items } = await runTms(sandbox, operation);
		expect(items[0]?.binary?.data?.fileName).toEqual(expect.any(String));
		expect(sent(/reports$/)[0]?.query).toContain(encodeURIComponent(uids.join(',')));
		const [link] = await run('lqaAssessment', 'getReportLink', { jobUids: uids });
		expect(link).toMatchObject({ jobUids: uids, url: expect.any(String) as string });
	});

	it('is made by Phrase for jobs, for those of a workflow step, or for all of a project', async () => {
		const { uid, jobUids, workflowSteps } = sandbox.seed.workflowProject;
		const projectUid = byId(uid);
		const assessed = async () =>
			(await run('lqaAssessment', 'get', { jobUids })).filter(({ origin }) => origin === 'AI').length;
		const workflowStepId = String(workflowSteps[1]?.id);
		const [step] = await run('lqaAssessment', 'runAuto', { projectUid, assessed: 'step', workflowStepId });
		expect(step).toEqual({ projectUid: uid, workflowStepId, autoLqaStarted: true });
		expect(await assessed()).toBe(1);
		await run('lqaAssessment', 'runAuto', { projectUid, assessed: 'step', workflowStepId: '' });
		expect(await assessed()).toBe(jobUids.length);
		const ofProject = ready(['one.txt']);
		const [job] = await run('lqaAssessment', 'runAuto', {
			projectUid: ofProject.projectUid,
			jobUids: ofProject.uids,
		});
		expect(job).toMatchObject({ jobUids: ofProject.uids, jobUid: ofProject.uids[0], autoLqaStarted: true });
		const [assessment] = await run('lqaAssessment', 'get', { jobUids: ofProject.uids });
		expect(assessment).toMatchObject({ origin: 'AI', status: 'FINISHED' });
	});

	it('names the asynchronous request when Phrase does so', async () => {
		const phrase = await ScriptedPhrase.start((response) =>
			json(response, 200, { asyncRequest: { id: '5' } }),
		);
		const { items } = await runTms(
			sandbox,
			{ resource: 'lqaAssessment', operation: 'runAuto', projectUid: byId('p'), jobUids: 'j' },
			{ credentials: { phraseTmsApi: phrase.credential() } },
		);
		await phrase.close();
		expect(items[0]?.json).toMatchObject({ jobUid: 'j', asyncRequestId: '5' });
	});

	it.each([
		['get', { jobUids: '' }, "'Job UIDs'"],
		['start', { jobUids: {} }, "'Job UIDs'"],
		['runAuto', { projectUid: byId('1'), jobUids: '' }, "'Job UIDs'"],
		['downloadReports', { jobUids: many(101) }, "'Job UIDs'"],
	])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
		const error = await thrownBy(run('lqaAssessment', operation, wrong));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('names a job that Phrase does not know', async () => {
		const error = await thrownBy(run('lqaAssessment', 'start', { jobUids: 'unknown' }));
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

it('LQA profile: is listed, and one of them read', async () => {
	const [first] = await run('lqaProfile', 'getMany', { limit: 1 });
	const [read] = await run('lqaProfile', 'get', { lqaProfileUid: byId(String(first?.lqaProfileUid)) });
	expect(read).toMatchObject({ lqaProfileUid: first?.lqaProfileUid, name: first?.name });
	const error = await thrownBy(run('lqaProfile', 'get', { lqaProfileUid: byId('') }));
	expect((error as Error).message).toContain('choose one from the list');
});
