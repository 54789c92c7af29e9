import type { NodeApiError } from 'n8n-workflow';
import { readBinary, storeBinary } from '../../../n8n/inProcess';
import { hurry } from '../../support/hurry';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

hurry();

const sandbox = useSandbox();

const projectUid = () => byId(sandbox.seed.project.uid);
const made = (...names: string[]) => sandbox.createJobs({ names, targetLang: 'de' }).map(({ uid }) => uid);

const run = async (operation: string, parameters: object, setup = {}) =>
	(await runTms(sandbox, { resource: 'job', operation, projectUid: projectUid(), ...parameters }, setup))
		.items;

const fileItem = async (fileName: string, text: string | Buffer) => ({
	items: [{ json: {}, binary: { data: await storeBinary(Buffer.from(text), { fileName }) } }],
});

const textOf = async (item: Awaited<ReturnType<typeof run>>[number] | undefined) =>
	(await readBinary(item?.binary?.data)).toString('utf8');

const download = async (operation: string, parameters: object) => {
	const [item] = await run(operation, parameters);
	return { json: item?.json, name: item?.binary?.data?.fileName, text: await textOf(item) };
};

describe('job: downloadOriginalFile', () => {
	it('gives the bytes that the job was made of', async () => {
		const [uid = ''] = made('guide.md');
		expect(await download('downloadOriginalFile', { jobUid: byId(uid) })).toEqual({
			json: { projectUid: sandbox.seed.project.uid, jobUid: uid, fileName: 'guide.md' },
			name: 'guide.md',
			text: 'This is guide.md.\n',
		});
	});

	it('says what Phrase said of a job that there is not', async () => {
		const error = await thrownBy(run('downloadOriginalFile', { jobUid: byId('nowhere') }));
		expect((error as NodeApiError).httpCode).toBe('404');
	});
});

describe('job: a bilingual file', () => {
	it('goes out, is translated elsewhere, and comes back as the translation', async () => {
		const jobUids = made('a.txt', 'b.txt');
		const file = await download('downloadBilingualFile', { jobUids });
		expect(file).toMatchObject({
			name: 'a.txt-de.mxliff',
			json: { projectUid: sandbox.seed.project.uid, jobUids },
		});
		const translated = file.text
			.replaceAll(/<target>[^<]*/g, '<target>Übersetzt &amp; geprüft')
			.replaceAll('confirmed="0"', 'confirmed="1"');
		const parameters = { options: { setCompleted: true } };
		const items = await run('uploadBilingualFile', parameters, await fileItem('back.mxliff', translated));
		expect(items.map(({ json }) => json)).toEqual(
			jobUids.map((jobUid): unknown =>
				expect.objectContaining({
					projectUid: sandbox.seed.project.uid,
					jobUid,
					uid: jobUid,
					status: 'COMPLETED',
				}),
			),
		);
		expect(items[0]?.json).not.toHaveProperty('sourceFileUid');
		const target = await download('downloadTargetFile', { jobUid: byId(jobUids[1] ?? '') });
		expect(target.text).toBe('Übersetzt & geprüft\n');
	});

	it('can be had in other formats', async () => {
		const file = await download('downloadBilingualFile', {
			jobUids: made('a.txt'),
			format: 'TMX',
			options: { preview: false },
		});
		expect(file.name).toBe('a.txt-de.tmx');
		expect(sandbox.requests().at(-1)?.query).toBe('format=TMX&preview=false');
	});

	it('that is none is refused, with what Phrase says', async () => {
		const upload = run('uploadBilingualFile', {}, await fileItem('guide.md', '# Guide'));
		expect(((await thrownBy(upload)) as NodeApiError).description).toContain('no bilingual file');
	});
});

describe('job: updateSource', () => {
	const update = async (jobUids: string[], parameters = {}, name = 'new.txt') =>
		await run('updateSource', { jobUids, ...parameters }, await fileItem(name, 'A new text.\n'));

	it('replaces the file, and comes out when Phrase has imported it', async () => {
		const jobUids = made('a.txt', 'b.txt');
		const [item] = await update(jobUids, { options: { fileName: 'příručka.txt', preTranslate: true } });
		expect(item?.json).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			jobUids,
			asyncRequestId: expect.any(String),
			asyncRequest: { action: 'UPDATE_SOURCE', asyncResponse: expect.any(Object) },
		});
		const original = await download('downloadOriginalFile', { jobUid: byId(jobUids[1] ?? '') });
		expect(original).toMatchObject({ name: 'příručka.txt', text: 'A new text.\n' });
	});

	it('goes on at once when the user does not want to wait', async () => {
		sandbox.configure({ times: { importMs: 600_000 } });
		const [item] = await update(made('a.txt'), { waitForCompletion: false });
		expect(item?.json).toMatchObject({ asyncRequest: { action: 'UPDATE_SOURCE' } });
	});

	it('says which jobs it was about when Phrase could not import the file', async () => {
		const [uid = ''] = made('a.txt');
		const error = (await thrownBy(update([uid], {}, 'fail-import.txt'))) as NodeApiError;
		expect(error.context.data).toMatchObject({ jobUid: uid, asyncRequestId: expect.any(String) });
	});

	it('is not sent again when its answer was lost', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/source$', nth: 1 }, do: { status: 502 } });
		await thrownBy(update(made('a.txt')));
		expect(sandbox.requests().filter(({ path }) => path.endsWith('/source'))).toHaveLength(1);
	});

	it('sends nothing for more jobs than Phrase takes at once', async () => {
		const uids = Array.from({ length: 101 }, (_one, index) => `job${index}`);
		const error = await thrownBy(update(uids));
		expect((error as Error).message).toContain("'Job UIDs': must have at most 100 entries");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: updateTarget', () => {
	const update = async (jobUid: string, name: string, options = {}) =>
		await run('updateTarget', { jobUid: byId(jobUid), options }, await fileItem(name, 'Ein Text.\n'));

	it('takes the translation from a file', async () => {
		const [uid = ''] = made('a.txt');
		const [item] = await update(uid, 'a.txt', {
			propagateConfirmedToTm: false,
			unconfirmChangedSegments: false,
			targetSegmentationRuleId: byId('12'),
		});
		expect(item?.json).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			jobUid: uid,
			asyncRequest: { action: 'UPDATE_TARGET', asyncResponse: expect.any(Object) },
		});
		expect((await download('downloadTargetFile', { jobUid: byId(uid) })).text).toBe('Ein Text.\n');
		const [segment] = await run('getSegments', { jobUid: byId(uid) });
		expect(segment?.json).toMatchObject({ source: 'This is a.txt.', translation: 'Ein Text.' });
	});

	it('says why when Phrase refuses the file', async () => {
		const [uid = ''] = made('a.txt');
		const error = (await thrownBy(update(uid, 'a.docx'))) as NodeApiError;
		expect(error.description).toContain('has another extension');
	});
});
