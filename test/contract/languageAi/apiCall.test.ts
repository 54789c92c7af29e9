import type { INodeParameters } from 'n8n-workflow';
import { hashBinary, storeBinary, type RunSetup } from '../../../n8n/inProcess';
import { mapped } from '../../support/apiCall';
import { runLanguageAi } from '../../support/languageAi';
import { byId } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

async function call(parameters: INodeParameters, setup?: Omit<RunSetup, 'parameters'>) {
	return await runLanguageAi(sandbox, { resource: 'api', operation: 'call', ...parameters }, setup);
}

/** Uploads a file as parts of a form. */
async function upload(others: INodeParameters = {}) {
	const data = await storeBinary(Buffer.from('# A text\n'), { fileName: 'guide.md', mimeType: 'text/plain' });
	return await call(
		{
			endpoint: { __rl: true, mode: 'list', value: 'POST /v1/fileTranslations#work' },
			parameters: mapped({
				file: 'data',
				sourceLang: JSON.stringify({ code: 'en' }),
				targetLangs: JSON.stringify([{ code: 'cs' }]),
				actionTypes: 'MT_GENERIC_PRETRANSLATE',
			}),
			...others,
		},
		{ items: [{ json: {}, binary: { data } }] },
	);
}

it('uploads a file in parts, waits, and gets what came of it', async () => {
	const { items } = await upload();
	const { fileTranslationUid: uid, wait } = items[0]?.json ?? {};
	expect(wait).toMatchObject({ mode: 'polling' });
	const result = await call({
		endpoint: byId('GET /v1/fileTranslations/{uid}/{actionType}/{language}'),
		parameterInput: 'json',
		jsonParameters: JSON.stringify({
			uid,
			actionType: 'MT_GENERIC_PRETRANSLATE',
			language: 'cs',
			accept: 'application/octet-stream',
		}),
		binaryPropertyName: 'result',
	});
	const { targets } = await sandbox.fileTranslation(String(uid));
	expect(await hashBinary(result.items[0]?.binary?.result)).toBe(targets.cs?.sha256);
});

it('goes on at once when that is wanted', async () => {
	const { items } = await upload({ waitForCompletion: false });
	expect(items[0]?.json).toMatchObject({ fileTranslationUid: expect.any(String) });
	expect(items[0]?.json).not.toHaveProperty('wait');
});

it('tells whom the user names', async () => {
	const { items } = await upload({ notify: 'thisExecution' });
	expect(items[0]?.json).toMatchObject({ wakesExecution: expect.any(String) });
});

it('names what is missing in a part', async () => {
	const parameters = mapped({ sourceLang: '{"code":"en"}', file: 'data' });
	await expect(upload({ parameters })).rejects.toThrow("'Parameters', at 'targetLangs': must not be empty");
});

it('endpoints are found by words, in Language AI only, and nobody is asked', async () => {
	const find = async (query: string) => {
		const { items } = await runLanguageAi(sandbox, { resource: 'api', operation: 'findEndpoint', query });
		return items.map(({ json }) => json.endpoint);
	};
	expect(await find('translate a text')).toContain('POST /v2/textTranslations');
	await expect(find('')).rejects.toThrow("'Search For'");
	expect(sandbox.requests()).toEqual([]);
});
