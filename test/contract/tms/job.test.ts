import { createHash } from 'node:crypto';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { hashBinary, readBinary, storeBinary } from '../../../n8n/inProcess';
import { byId, emptyItems, runTms } from '../../support/tms';
import { thrownBy } from '../../support/thrownBy';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** What is said of an expression that would make jobs in all languages by mistake. */
const NO_LANGUAGE = /Target Language.*gives no language/;

/** Requests of an operation, the log-in and its probe left out. */
function sent(operationPath: RegExp) {
	return sandbox.requests().filter(({ path }) => operationPath.test(path));
}

/** A text file as an input item. */
async function textFile(fileName: string, text: string) {
	const data = await storeBinary(Buffer.from(text), { fileName, mimeType: 'text/plain' });
	return { json: {}, binary: { data } };
}

/** Makes every change of a value an error. */
function deepFreeze<T extends object>(value: T): T {
	for (const one of Object.values(value) as unknown[]) if (typeof one === 'object' && one) deepFreeze(one);
	return Object.freeze(value);
}

describe('job: get', () => {
	const get = (jobUid: string) => ({
		resource: 'job',
		operation: 'get',
		projectUid: byId(sandbox.seed.project.uid),
		jobUid: byId(jobUid),
	});

	it('gives the simplified job with the ids that the next node needs', async () => {
		const { project } = sandbox.seed;
		const { items } = await runTms(sandbox, get(project.jobUid));
		expect(items).toEqual([
			{
				json: expect.objectContaining({
					projectUid: project.uid,
					jobUid: project.jobUid,
					filename: 'guide.md',
					importStatus: expect.objectContaining({ status: 'OK' }),
				}),
				pairedItem: { item: 0 },
			},
		]);
		expect(items[0]?.json).not.toHaveProperty('wordsCount');
	});

	it('gives the raw job when not simplified', async () => {
		const { items } = await runTms(sandbox, { ...get(sandbox.seed.project.jobUid), simplify: false });
		expect(items[0]?.json).toHaveProperty('wordsCount');
	});

	it('takes the addresses that the browser shows', async () => {
		const { project } = sandbox.seed;
		const { items } = await runTms(sandbox, {
			...get(project.jobUid),
			jobUid: {
				__rl: true,
				mode: 'url',
				value: `https://cloud.memsource.com/web/job/${project.jobUid}/translate`,
				__regex: 'https?://[^/]+/web/job/([A-Za-z0-9_-]+)',
			},
		});
		expect(items[0]?.json.jobUid).toBe(project.jobUid);
	});

	it('keeps the order of the input while it works on several items', async () => {
		const jobs = sandbox.createJobs({ count: 30 });
		const { items } = await runTms(
			sandbox,
			{ ...get(''), jobUid: '={{ $json.uid }}', options: { parallelRequests: 16 } },
			{ items: jobs.map(({ uid }) => ({ json: { uid } })) },
		);
		expect(items.map(({ json }) => json.jobUid)).toEqual(jobs.map(({ uid }) => uid));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(jobs.map((_, item) => ({ item })));
		const connections = new Set(sent(/\/jobs\//).map(({ connectionId }) => connectionId));
		expect(connections.size).toBeLessThanOrEqual(16);
	});

	it('says what Phrase said when the job does not exist', async () => {
		const error = await thrownBy(runTms(sandbox, get('noSuchJob')));
		expect(error).toBeInstanceOf(NodeApiError);
		const { message, description, httpCode, context } = error as NodeApiError;
		expect(httpCode).toBe('404');
		expect(context).toMatchObject({ itemIndex: 0 });
		expect(`${message}\n${description ?? ''}`).toMatch(/Memsource-Action-Id/);
	});

	it('turns a failure into an item when the node is set to continue', async () => {
		const { project } = sandbox.seed;
		const { items } = await runTms(
			sandbox,
			{ ...get(''), jobUid: '={{ $json.uid }}' },
			{
				items: [{ json: { uid: 'noSuchJob' } }, { json: { uid: project.jobUid } }],
				continueOnFail: true,
			},
		);
		expect(items).toEqual([
			{
				json: {
					error: {
						message: expect.any(String),
						description: expect.any(String),
						httpCode: 404,
						errorCode: expect.any(String),
						actionId: expect.any(String),
					},
				},
				pairedItem: { item: 0 },
			},
			{ json: expect.objectContaining({ jobUid: project.jobUid }), pairedItem: { item: 1 } },
		]);
	});

	it('names the parameter that cannot be used, and sends nothing', async () => {
		const error = await thrownBy(
			runTms(
				sandbox,
				{ ...get(''), jobUid: '={{ $json.uid }}' },
				{ items: [{ json: { uid: sandbox.seed.project.jobUid } }, { json: { uid: '  ' } }] },
			),
		);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect((error as NodeOperationError).message).toContain("'Job'");
		expect((error as NodeOperationError).context).toMatchObject({ itemIndex: 1 });
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: getMany', () => {
	const getMany = (projectUid: string, more = {}) => ({
		resource: 'job',
		operation: 'getMany',
		projectUid: byId(projectUid),
		...more,
	});

	it('returns all pages of all workflow levels', async () => {
		const { busyProject, workflowProject } = sandbox.seed;
		const busy = await runTms(sandbox, getMany(busyProject.uid, { returnAll: true }));
		expect(new Set(busy.items.map(({ json }) => json.uid)).size).toBe(busyProject.jobs);
		const steps = await runTms(sandbox, getMany(workflowProject.uid, { returnAll: true }));
		expect(steps.items.map(({ json }) => json.uid).sort()).toEqual([...workflowProject.jobUids].sort());
	});

	it('returns one workflow level', async () => {
		const { workflowProject } = sandbox.seed;
		const { items } = await runTms(
			sandbox,
			getMany(workflowProject.uid, { returnAll: true, workflowLevels: 'one', workflowLevel: 2 }),
		);
		expect(items.length).toBeGreaterThan(0);
		expect(
			items.every(({ json }) => (json.workflowStep as { workflowLevel: number }).workflowLevel === 2),
		).toBe(true);
	});

	it('returns no more than the limit, with no more requests than that takes', async () => {
		const { items } = await runTms(
			sandbox,
			getMany(sandbox.seed.busyProject.uid, { limit: 60, workflowLevels: 'one', workflowLevel: 1 }),
		);
		expect(items).toHaveLength(60);
		expect(sent(/\/jobs$/)).toHaveLength(2);
	});

	it('passes the filters on', async () => {
		const { items } = await runTms(
			sandbox,
			getMany(sandbox.seed.busyProject.uid, {
				returnAll: true,
				filters: { targetLang: 'de', filename: 'article-001', status: ['NEW', 'ACCEPTED'] },
			}),
		);
		expect(items.map(({ json }) => [json.filename, json.targetLang])).toEqual([['article-001.txt', 'de']]);
	});
});

describe('job: create', () => {
	const create = (more = {}) => ({
		resource: 'job',
		operation: 'create',
		projectUid: byId(sandbox.seed.project.uid),
		targetLangs: ['cs_cz', 'de'],
		...more,
	});

	it('uploads the file, waits for the import, and gives one item for each job', async () => {
		const { items } = await runTms(sandbox, create(), { items: [await textFile('hello.txt', 'Hello')] });
		expect(
			items.map(({ json }) => [json.targetLang, (json.importStatus as { status: string }).status]),
		).toEqual([
			['cs_cz', 'OK'],
			['de', 'OK'],
		]);
		const facts = await sandbox.job(String(items[0]?.json.jobUid));
		expect(facts.source).toMatchObject({
			name: 'hello.txt',
			size: 5,
			sha256: createHash('sha256').update('Hello').digest('hex'),
		});
	});

	it('keeps a file name that is not ASCII', async () => {
		const name = 'příručka – 指南 (v2) "a".txt';
		const { items } = await runTms(sandbox, create(), { items: [await textFile(name, 'Ahoj')] });
		expect((await sandbox.job(String(items[0]?.json.jobUid))).source.name).toBe(name);
	});

	it('goes on at once when it is not to wait', async () => {
		sandbox.configure({ times: { importMs: 60_000 } });
		const { items } = await runTms(sandbox, create({ waitForCompletion: false }), {
			items: [await textFile('hello.txt', 'Hello')],
		});
		expect(items).toHaveLength(2);
		expect(items[0]?.json.asyncRequestId).toEqual(expect.any(String));
		expect(sandbox.counters().statusPolls).toBe(0);
	});

	it('sends every field of the metadata', async () => {
		const { workflowProject, importSettings } = sandbox.seed;
		const assignments = [{ targetLang: 'de', providers: [{ type: 'USER', id: 4321 }] }];
		const { items } = await runTms(
			sandbox,
			create({
				projectUid: byId(workflowProject.uid),
				targetLangs: 'de',
				assign: 'json',
				workflowSettingsJson: JSON.stringify(
					workflowProject.workflowSteps.map(({ id }) => ({
						id,
						due: '2030-12-31T18:00:00Z',
						assignments,
						notifyProvider: {
							organizationEmailTemplate: { id: 39 },
							notificationIntervalInMinutes: '10',
						},
					})),
				),
				additionalFields: {
					importSettingsUid: importSettings.uid,
					jobPreviewPackageFileUid: 'previewFile',
					notificationEmailTemplateId: '39',
					notificationInterval: '10',
					path: 'docs/příručky',
					preTranslate: true,
					semanticMarkup: true,
					xmlAssistantProfileUid: 'xmlProfile',
				},
			}),
			{ items: [await textFile('hello.txt', 'Hello')] },
		);
		expect(items).toHaveLength(workflowProject.workflowSteps.length);
		const [request] = sent(/\/jobs$/).filter(({ method }) => method === 'POST');
		expect(JSON.parse(String(request?.headers.memsource))).toEqual({
			targetLangs: ['de'],
			importSettings: { uid: importSettings.uid },
			jobPreviewPackageFileUidRef: { uid: 'previewFile' },
			xmlAssistantProfile: { uid: 'xmlProfile' },
			notifyProvider: { organizationEmailTemplate: { id: '39' }, notificationIntervalInMinutes: 10 },
			path: 'docs/příručky',
			preTranslate: true,
			semanticMarkup: true,
			workflowSettings: workflowProject.workflowSteps.map(({ id }) => ({
				id,
				due: '2030-12-31T18:00:00.000Z',
				assignments: [{ targetLang: 'de', providers: [{ type: 'USER', id: '4321' }] }],
				notifyProvider: { organizationEmailTemplate: { id: '39' }, notificationIntervalInMinutes: 10 },
			})),
		});
	});

	it('sends due date, assignments and callback of a project without workflow', async () => {
		await runTms(
			sandbox,
			create({
				targetLangs: ['de'],
				notify: 'url',
				callbackUrl: 'http://127.0.0.1:9/callback?a=b',
				assign: 'json',
				assignmentsJson: [{ targetLang: 'de', assignedUsers: [{ id: '7' }] }],
				additionalFields: {
					due: '2030-12-31T19:00:00+01:00',
					useProjectFileImportSettings: true,
				},
			}),
			{ items: [await textFile('hello.txt', 'Hello')] },
		);
		const [request] = sent(/\/jobs$/).filter(({ method }) => method === 'POST');
		expect(JSON.parse(String(request?.headers.memsource))).toEqual({
			targetLangs: ['de'],
			assignments: [{ targetLang: 'de', assignedUsers: [{ id: 7 }] }],
			callbackUrl: 'http://127.0.0.1:9/callback?a=b',
			due: '2030-12-31T18:00:00.000Z',
			useProjectFileImportSettings: true,
		});
	});

	it('names the item whose expression gives no language, and what to do', async () => {
		const [first, second] = [await textFile('hello.txt', 'Hello'), await textFile('hello.txt', 'Hello')];
		const items = [
			{ ...first, json: { langs: ['de'] } },
			{ ...second, json: { langs: [] } },
		];
		const error = await thrownBy(runTms(sandbox, create({ targetLangs: '={{ $json.langs }}' }), { items }));
		expect(error).toMatchObject({
			description: expect.stringContaining('empty the field to have all target languages'),
			context: { itemIndex: 1 },
		});
	});

	it('makes jobs in all languages of the project when none is chosen', async () => {
		const items = [await textFile('hello.txt', 'Hello')];
		const { items: jobs } = await runTms(sandbox, create({ targetLangs: [] }), { items });
		const { targetLangs } = sandbox.seed.project;
		expect(jobs.map(({ json }) => json.targetLang).sort()).toEqual([...targetLangs].sort());
	});

	it('leaves the input as it was', async () => {
		const input = deepFreeze(await textFile('hello.txt', 'Hello'));
		const { items } = await runTms(sandbox, create(), { items: [input] });
		expect(items).toHaveLength(2);
	});

	it.each([
		['a file that Phrase cannot read', 'picture.xyz', /picture\.xyz/],
		['an import that ends badly', 'fail-import.txt', /import/i],
	])('explains %s', async (_case, fileName, text) => {
		const error = await thrownBy(runTms(sandbox, create(), { items: [await textFile(fileName, 'x')] }));
		const { message, description } = error as NodeApiError;
		expect(`${message} ${description ?? ''}`).toMatch(text);
	});

	it.each([
		[
			['de'],
			/^Job \w+ \(de\) stays in the project without content\.$/m,
			'delete the job in Phrase, and create it again.',
		],
		[
			['cs_cz', 'de'],
			/^The 2 jobs of the file stay in the project\.$/m,
			'delete the jobs in Phrase, and create them again.',
		],
	])(
		'says of an import into %j that ends badly what is left, and what to do',
		async (targetLangs, left, next) => {
			const items = [await textFile('fail-import.txt', 'x')];
			const error = (await thrownBy(runTms(sandbox, create({ targetLangs }), { items }))) as NodeApiError;
			expect(error.message).toBe("Phrase could not import 'fail-import.txt'");
			expect(error.description).toContain('The file could not be imported.');
			expect(error.description).toMatch(left);
			expect(error.description).toContain(next);
			// Without blanks, n8n could not break the line.
			expect(error.description).toMatch(/jobUids: \[\w+(, \w+)*\]/);
			// What is named once need not be named again as something to leave alone.
			expect(error.description?.match(/jobUids: /g)).toHaveLength(1);
			expect(error.description).not.toContain('do not create it again');
		},
	);

	it.each([
		['an expression that gives nothing', { targetLangs: '' }, /Target Language.*gives nothing/],
		['an expression without a language', { targetLangs: '={{ [] }}' }, NO_LANGUAGE],
		['an expression with an empty language', { targetLangs: '={{ [$json.none] }}' }, NO_LANGUAGE],
		[
			'two kinds of import settings',
			{ additionalFields: { importSettingsUid: 'a', useProjectFileImportSettings: true } },
			/'Import Settings' and 'Use Project Import Settings/,
		],
		['a path that is too long', { additionalFields: { path: 'x'.repeat(256) } }, /'Path'.*255/],
		['JSON that is none', { assign: 'json', assignmentsJson: '[{' }, /'Assignments \(JSON\)'/],
		[
			'a misspelt member in JSON',
			{ assign: 'json', assignmentsJson: '[{"targetlang":"de"}]' },
			/'Assignments \(JSON\)', at '0'.*targetlang/,
		],
		['a URL that is none', { notify: 'url', callbackUrl: 'ftp://x' }, /'Callback URL'/],
		['a missing binary field', { binaryPropertyName: 'nothing' }, /nothing/],
	])('refuses %s before anything is sent', async (_case, change, text) => {
		const error = await thrownBy(
			runTms(sandbox, create(change), { items: [await textFile('hello.txt', 'Hello')] }),
		);
		expect((error as Error).message).toMatch(text);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: createFromConnectorTask', () => {
	it('makes a job of the file that the connector downloaded', async () => {
		const { connector, project } = sandbox.seed;
		const { folder, encodedName } = connector.files.nonAscii;
		const download = await runTms(sandbox, {
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId(connector.id),
			folder,
			file: encodedName,
		});
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'createFromConnectorTask',
				projectUid: byId(project.uid),
				targetLangs: ['cs_cz'],
				downloadTaskId: '={{ $json.downloadTaskId }}',
				additionalFields: { useProjectFileImportSettings: 'true', due: '2030-12-31T18:00:00Z' },
				options: { continuous: true },
			},
			{ items: download.items },
		);
		expect(items).toEqual([
			{
				json: expect.objectContaining({ filename: 'příručka – 指南.md', targetLang: 'cs_cz' }),
				pairedItem: { item: 0 },
			},
		]);
		expect(sent(/connectorTask$/)[0]?.query).toMatch(/continuous=true/);
	});
});

describe('job: preTranslate', () => {
	const preTranslate = (jobUids: unknown, more = {}) => ({
		resource: 'job',
		operation: 'preTranslate',
		projectUid: byId(sandbox.seed.project.uid),
		jobUids: jobUids as string,
		...more,
	});

	it('waits until the jobs are pre-translated', async () => {
		const { items } = await runTms(sandbox, preTranslate(sandbox.seed.project.jobUid));
		expect(items[0]?.json.asyncRequest).toMatchObject({
			action: 'PRE_TRANSLATE',
			asyncResponse: { dateCreated: expect.any(String) },
		});
	});

	it('advises to wait for the import while it runs', async () => {
		sandbox.configure({ times: { importMs: 60_000 } });
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'create',
				projectUid: byId(sandbox.seed.project.uid),
				targetLangs: 'cs_cz',
				waitForCompletion: false,
			},
			{ items: [await textFile('hello.txt', 'Hello')] },
		);
		const error = await thrownBy(runTms(sandbox, preTranslate(String(items[0]?.json.jobUid))));
		const { message, description, httpCode } = error as NodeApiError;
		expect(message).toMatch(/still imports 'hello\.txt'/);
		expect(description).toMatch(/Wait for Import/);
		expect(httpCode).toBe('400');
	});

	it('refuses more jobs than Phrase takes', async () => {
		const uids = Array.from({ length: 101 }, (_, index) => `job${index}`);
		const error = await thrownBy(runTms(sandbox, preTranslate(uids.join(','))));
		expect((error as Error).message).toMatch(/'Job UIDs'.*100/);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: target files', () => {
	const download = (jobUid: string, more = {}) => ({
		resource: 'job',
		operation: 'downloadTargetFile',
		projectUid: byId(sandbox.seed.project.uid),
		jobUid: byId(jobUid),
		...more,
	});

	it('requests, waits and collects in one node', async () => {
		const { nonAsciiJobUid } = sandbox.seed.project;
		const { items } = await runTms(sandbox, download(nonAsciiJobUid, { binaryPropertyName: 'target' }));
		const { target } = await sandbox.job(nonAsciiJobUid);
		const [item] = items;
		expect(item?.json).toMatchObject({ jobUid: nonAsciiJobUid, fileName: target.name });
		expect(item?.binary?.target).toMatchObject({ fileName: target.name });
		expect(await hashBinary(item?.binary?.target)).toBe(target.sha256);
	});

	it('collects what an earlier node requested, after waiting for it', async () => {
		const { jobUid } = sandbox.seed.project;
		const { target } = await sandbox.job(jobUid);
		const requested = await runTms(sandbox, {
			...download(jobUid),
			operation: 'requestTargetFile',
		});
		expect(requested.items[0]?.json).toMatchObject({ jobUid, asyncRequestId: expect.any(String) });
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'downloadTargetFileByAsyncRequest',
				projectUid: '={{ $json.projectUid }}',
				jobUid: '={{ $json.jobUid }}',
				asyncRequestId: '={{ $json.asyncRequestId }}',
			},
			{ items: requested.items },
		);
		expect(await hashBinary(items[0]?.binary?.data)).toBe(target.sha256);
		expect(sent(/\/targetFile$/)).toHaveLength(1);
	});

	it('gives PDF when asked', async () => {
		const { items } = await runTms(sandbox, download(sandbox.seed.project.jobUid, { format: 'PDF' }));
		expect(sent(/downloadTargetFile/)[0]?.query).toBe('format=PDF');
		expect((await readBinary(items[0]?.binary?.data)).length).toBeGreaterThan(0);
	});

	it('exports anew when the id of an earlier node is spent', async () => {
		const { jobUid } = sandbox.seed.project;
		const first = await runTms(sandbox, download(jobUid));
		const again = {
			...download(jobUid),
			operation: 'downloadTargetFileByAsyncRequest',
			asyncRequestId: String(first.items[0]?.json.asyncRequestId),
		};
		const { items } = await runTms(sandbox, again);
		expect(await hashBinary(items[0]?.binary?.data)).toBe((await sandbox.job(jobUid)).target.sha256);
		expect(sandbox.counters().spentIdReuse).toBe(1);
		await sandbox.reset();
	});

	it('tells Phrase whom to call, with the context of the call', async () => {
		const { jobUid, uid } = sandbox.seed.project;
		await runTms(sandbox, {
			...download(jobUid),
			operation: 'requestTargetFile',
			notify: 'callbackTrigger',
			triggerUrl: 'http://127.0.0.1:9/webhook/phrase',
		});
		const [attempt] = await eventually(() => sandbox.callbacks());
		const context = new URL(attempt?.url ?? '').searchParams.get('phraseContext') ?? '';
		expect(JSON.parse(Buffer.from(context, 'base64url').toString())).toMatchObject({
			context: { kind: 'asyncRequest', projectUid: uid, jobUid },
		});
	});
});

/** Waits until a list has an entry. */
async function eventually<T>(read: () => T[]): Promise<T[]> {
	for (;;) {
		const list = read();
		if (list.length > 0) return list;
		await new Promise((resolve) => setImmediate(resolve));
	}
}

describe('many items at once', () => {
	it('works on no more items at the same time than Parallel Requests says', async () => {
		sandbox.configure({ serviceTimeMs: 20 });
		await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'get',
				projectUid: byId(sandbox.seed.project.uid),
				jobUid: byId(sandbox.seed.project.jobUid),
				options: { parallelRequests: 3 },
			},
			{ items: emptyItems(20) },
		);
		expect(sandbox.counters().requestsInFlightPeak).toBe(3);
	});
});
