import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) =>
	(await runTms(sandbox, { resource, operation, ...parameters })).items;
const failureOf = async (resource: string, operation: string, parameters: INodeParameters) =>
	(await thrownBy(run(resource, operation, parameters))) as NodeApiError;

const last = () => sandbox.requests().at(-1);
const text = (fileName: string) => ({ fileFrom: 'text', text: 'Formal, please.', fileName });

describe('file', () => {
	it('is uploaded, found, read, downloaded and deleted', async () => {
		const [uploaded] = await run('file', 'upload', text('styl – 指南.txt'));
		const fileUid = byId(String(uploaded?.json.fileUid));
		expect(uploaded?.json).toMatchObject({ name: 'styl – 指南.txt', size: 15 });
		expect((await run('file', 'getMany', { filters: { name: 'styl' } }))[0]?.json).toMatchObject({
			fileUid: fileUid.value,
		});
		expect((await run('file', 'get', { fileUid }))[0]?.json).toMatchObject({ size: 15 });
		const [downloaded] = await run('file', 'download', { fileUid });
		expect(last()?.headers.accept).toBe('application/octet-stream');
		expect(downloaded?.json).toMatchObject({ fileUid: fileUid.value });
		expect((await run('file', 'delete', { fileUid }))[0]?.json).toEqual({
			fileUid: fileUid.value,
			deleted: true,
		});
		expect((await failureOf('file', 'get', { fileUid })).message).toContain('was not found');
	});

	it.each(['get', 'download', 'delete'])('%s asks for a file', async (operation) => {
		const error = await failureOf('file', operation, { fileUid: byId('') });
		expect(error.message).toContain("'File'");
		expect(sandbox.requests()).toHaveLength(0);
	});
});

describe('reference file', () => {
	const ofProject = () => ({ projectUid: byId(sandbox.seed.project.uid) });
	const { fileName, ...rest } = text('style.txt');

	it('is uploaded with a note, listed, downloaded and deleted', async () => {
		const [added] = await run('referenceFile', 'upload', {
			...ofProject(),
			...rest,
			fileName,
			options: { note: 'Read this first' },
		});
		const { referenceFileId } = added?.json ?? {};
		expect(added?.json).toMatchObject({ projectUid: sandbox.seed.project.uid });
		expect(referenceFileId).toBeDefined();
		await run('referenceFile', 'getMany', { ...ofProject(), filters: { filename: 'style' } });
		expect(last()?.query).toContain('filename=style');
		const id = String(referenceFileId);
		const [file] = await run('referenceFile', 'download', { ...ofProject(), referenceFileId: id });
		expect(file?.binary?.data).toBeDefined();
		const deleted = await run('referenceFile', 'delete', { ...ofProject(), referenceFileIds: '1, 2' });
		expect(deleted.map(({ json }) => json)).toMatchObject([
			{ referenceFileId: '1', deleted: true },
			{ referenceFileId: '2', deleted: true },
		]);
	});

	it.each([
		['upload', { ...rest, fileName: '' }, "'File Name'"],
		['download', { referenceFileId: '' }, "'Reference File ID'"],
		['delete', { referenceFileIds: '' }, "'Reference File IDs'"],
	])('%s refuses what is missing before anything is sent', async (operation, change, message) => {
		const error = await failureOf('referenceFile', operation, { ...ofProject(), ...change });
		expect(error.message).toContain(message);
		expect(sandbox.requests()).toHaveLength(0);
	});

	it('names the project that is not there', async () => {
		const error = await failureOf('referenceFile', 'getMany', { projectUid: byId('nowhere') });
		expect(error.message).toContain('Project nowhere was not found');
	});
});

describe('conversation', () => {
	const ofJob = () => {
		const { uid, jobUid } = sandbox.seed.project;
		return { projectUid: byId(uid), jobUid: byId(jobUid) };
	};
	const begin = { segmentId: 's1', transGroupId: 3, text: 'Is this formal?' };

	it('begins, is answered, resolved, listed and deleted', async () => {
		const [begun] = await run('conversation', 'create', { ...ofJob(), ...begin });
		const conversationId = String(begun?.json.conversationId);
		const one = { ...ofJob(), conversationId };
		const [said] = await run('conversation', 'addComment', { ...one, text: 'Yes.' });
		expect(said?.json).toMatchObject({ conversationId, commentId: expect.any(String) });
		const [resolved] = await run('conversation', 'setStatus', one);
		expect(resolved?.json).toMatchObject({ conversationId });
		const listed = await run('conversation', 'getMany', { ...ofJob(), kind: 'plains' });
		expect(listed.map(({ json }) => json.conversationId)).toContain(conversationId);
		expect((await run('conversation', 'delete', one))[0]?.json).toMatchObject({
			conversationId,
			deleted: true,
		});
	});

	it('sends the words and where they belong', async () => {
		const parameters = { resource: 'conversation', ...ofJob() };
		const create = { ...parameters, operation: 'create', ...begin, options: { commentedText: 'Du' } };
		expect(await bodiesSent(create, { id: 'c' })).toEqual([
			{
				comment: { text: 'Is this formal?' },
				references: { segmentId: 's1', transGroupId: 3, commentedText: 'Du' },
			},
		]);
		const resolve = { ...parameters, operation: 'setStatus', conversationId: 'c' };
		expect(await bodiesSent(resolve)).toEqual([{ status: 'resolved' }]);
	});

	it.each([
		['all', /conversations$/],
		['lqas', /conversations\/lqas$/],
	])('lists %s', async (kind, path) => {
		await run('conversation', 'getMany', { ...ofJob(), kind });
		expect(last()?.path).toMatch(path);
	});

	it('takes quality assessments for comments and deletion as well', async () => {
		const one = { ...ofJob(), kind: 'lqas', conversationId: 'c' };
		sandbox.fault({ match: { path: '/lqas/c' }, do: { status: 404 } });
		for (const operation of ['addComment', 'delete']) {
			const error = await failureOf('conversation', operation, { ...one, text: 'Yes.' });
			expect(error.message).toContain('LQA conversation c');
			expect(last()?.path).toContain('/lqas/c');
		}
	});

	it.each([
		['create', { ...begin, text: '' }, "'Comment': must not be empty"],
		['create', { ...begin, segmentId: '' }, "'Segment ID': must not be empty"],
		['create', { ...begin, transGroupId: -1 }, "'Group Number': expected 0 or more"],
		['setStatus', { conversationId: 'c', status: '' }, "'Status': must not be empty"],
		['delete', { conversationId: '' }, "'Conversation ID': must not be empty"],
		['addComment', { conversationId: 'c', text: '' }, "'Comment': must not be empty"],
	])('%s refuses %j before anything is sent', async (operation, change, message) => {
		expect((await failureOf('conversation', operation, { ...ofJob(), ...change })).message).toContain(
			message,
		);
		expect(sandbox.requests()).toHaveLength(0);
	});
});
