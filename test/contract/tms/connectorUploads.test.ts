import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { encodeName } from '../../../sandbox';
import { storeBinary } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const ofText = (fileName: string, more: INodeParameters = {}) => ({
	resource: 'connector',
	operation: 'uploadFile',
	connectorId: byId(sandbox.seed.connector.id),
	folder: byId(encodeName('docs')),
	fileFrom: 'text',
	text: '# Anleitung',
	fileName,
	...more,
});

const failureOf = async (parameters: INodeParameters) =>
	(await thrownBy(runTms(sandbox, parameters))) as NodeApiError;

/** What a folder of the connector shows. */
async function entriesOf(folder: string) {
	const { items } = await runTms(sandbox, {
		resource: 'connector',
		operation: 'listContent',
		connectorId: byId(sandbox.seed.connector.id),
		folder: byId(encodeName(folder)),
	});
	return items.map(({ json }) => json);
}

const uploads = () => sandbox.requests().filter(({ path }) => path.endsWith('/upload'));

describe('connector: uploadFile', () => {
	it('puts a text in the repository, and names the file for the next node', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 500 } });
		const name = 'Anleitung – 指南.de.md';
		const { items } = await runTms(sandbox, ofText(name));
		expect(items.map(({ json }) => json)).toEqual([
			{
				connectorId: sandbox.seed.connector.id,
				folder: encodeName('docs'),
				fileName: name,
				uploadTaskId: '70001',
				file: encodeName(name),
				id: '70001',
				action: 'API_UPLOAD',
				dateCreated: expect.any(String),
				wait: expect.objectContaining({ mode: 'polling' }),
			},
		]);
		expect(await entriesOf('docs')).toContainEqual(expect.objectContaining({ name, size: 11 }));
	});

	it('puts a binary field in a subfolder under another name, with the media type and the message', async () => {
		const data = await storeBinary(Buffer.from('Blumen'), {
			fileName: 'flowers.md',
			mimeType: 'text/markdown',
		});
		const options = { fileName: 'flowers.de.md', subfolderName: '2024/spring', commitMessage: 'Add Blumen' };
		const { items } = await runTms(
			sandbox,
			{ ...ofText(''), fileFrom: 'binary', folder: byId(encodeName('archive')), options },
			{ items: [{ json: {}, binary: { data } }] },
		);
		expect(items[0]?.json).toMatchObject({ subfolderName: '2024/spring', fileName: 'flowers.de.md' });
		expect(await entriesOf('archive/2024/spring')).toHaveLength(2);
		const [upload] = uploads();
		expect(upload?.query).toBe('mimeType=text%2Fmarkdown');
		expect(JSON.parse(String(upload?.headers.memsource))).toEqual({
			commitMessage: 'Add Blumen',
			subfolderName: '2024/spring',
		});
	});

	it('finds the file in a subfolder that the upload makes', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 500 } });
		const { items } = await runTms(sandbox, ofText('guide.md', { options: { subfolderName: 'de' } }));
		expect(items[0]?.json).toMatchObject({ subfolderName: 'de', file: encodeName('guide.md') });
		expect(await entriesOf('docs/de')).toHaveLength(1);
	});

	it('tells a file from the one that it replaces', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 500 } });
		const before = await entriesOf('docs');
		const { items } = await runTms(sandbox, ofText('guide.md'));
		expect(items[0]?.json).toMatchObject({ file: encodeName('guide.md') });
		const after = await entriesOf('docs');
		expect(after).toHaveLength(before.length);
		expect(after).toContainEqual(expect.objectContaining({ name: 'guide.md', size: 11 }));
	});

	it('goes on at once when that is wanted', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const { items } = await runTms(sandbox, ofText('new.md', { waitForCompletion: false, simplify: false }));
		expect(items[0]?.json).toMatchObject({ uploadTaskId: '70001', createdBy: expect.any(Object) });
		expect(items[0]?.json).not.toHaveProperty('wait');
	});

	it.each([
		['does not show the file', 'new.md'],
		['shows the file as it was before', 'guide.md'],
	])('says at the end of its time that the folder %s', async (words, fileName) => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const error = await failureOf(ofText(fileName, { options: { timeLimit: 0 } }));
		expect(error.message).toMatch(new RegExp(`the upload of '${fileName}' by the connector has ended`));
		expect(error.description).toContain(`the folder ${words}`);
		expect(error.description).toContain('Connector > List Content');
		expect(error.context.data).toMatchObject({ uploadTaskId: '70001', fileName });
	});

	it('notices an upload that failed, where a project is given', async () => {
		const options = { projectUid: byId(sandbox.seed.project.uid) };
		const error = await failureOf(ofText('fail-upload.md', { options }));
		expect(error.message).toBe("The connector did not upload 'fail-upload.md'");
		expect(error.description).toContain('could not write fail-upload.md');
	});

	it.each([
		['connector', { connectorId: byId('99999') }, 'connector 99999'],
		['folder', { folder: byId(encodeName('nowhere')) }, encodeName('nowhere')],
	])('sends nothing where the %s does not exist', async (_what, change, words) => {
		const error = await failureOf(ofText('new.md', change));
		expect(error.httpCode).toBe('404');
		expect(`${error.message} ${error.description}`).toContain(words);
		expect(uploads()).toHaveLength(0);
	});

	it.each([
		[{ folder: byId('') }, "'Folder': choose one from the list"],
		[{ fileName: '' }, "'File Name': must not be empty"],
		[{ text: '' }, "'Text': must not be empty"],
	])('refuses %j before anything is sent', async (change, message) => {
		expect((await failureOf({ ...ofText('new.md'), ...change })).message).toContain(message);
		expect(sandbox.requests()).toHaveLength(0);
	});

	it('asks to look first when the answer is lost', async () => {
		sandbox.fault({ match: { path: '/upload' }, do: { cut: 0 } });
		const error = await failureOf(ofText('new.md'));
		expect(uploads()).toHaveLength(1);
		expect(error.description).toMatch(/may have|look/i);
	});
});
