import type { INodeParameters } from 'n8n-workflow';
import { runLanguageAi } from '../../support/languageAi';
import { byId, runTms } from '../../support/tms';
import { storeBinary } from '../../../n8n/inProcess';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** The query of the last request of an operation. */
function queryOf(operation: string): URLSearchParams {
	const [request] = sandbox
		.requests()
		.filter(({ operationId }) => operationId === operation)
		.slice(-1);
	return new URLSearchParams(request?.query);
}

async function fileItems(json = {}) {
	const data = await storeBinary(Buffer.from('Hello'), { fileName: 'hello.txt' });
	return [{ json, binary: { data } }];
}

describe('the target languages of a job', () => {
	const create = async (targetLangs: unknown, json = {}) =>
		await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'create',
				projectUid: byId(sandbox.seed.project.uid),
				targetLangs: targetLangs as string,
			},
			{ items: await fileItems(json) },
		);

	it.each([
		['a list', ['cs-CZ', 'de']],
		['a list by expression', "={{ ['cs_CZ', 'DE'] }}"],
		['JSON text', '["cs-cz", "de"]'],
		['text with commas', 'cs-CZ, de, cs_cz'],
	])('are spelled as Phrase spells them when they come as %s', async (_case, targetLangs) => {
		const { items } = await create(targetLangs);
		expect(items.map(({ json }) => json.targetLang)).toEqual(['cs_cz', 'de']);
	});

	it.each([
		['Czech', /'czech' is no code of a language: expected one such as 'cs' or 'pt_br'/],
		['cs CZ', /is no code of a language/],
		['={{ $json.languages }}', /give the 'code' of each/],
	])('cannot be %p', async (targetLangs, reason) => {
		const refused = create(targetLangs, { languages: [{ name: 'Czech', code: 'cs' }] });
		await expect(refused).rejects.toThrow(reason);
		await expect(refused).rejects.toThrow(/^'Target Language Names or IDs'/);
		expect(sandbox.counters().byOperation.createJob).toBeUndefined();
	});
});

it.each<[string, INodeParameters, string, Record<string, string[]>]>([
	[
		'the filter of jobs',
		{ resource: 'job', operation: 'getMany', filters: { targetLang: 'cs-CZ' } },
		'listPartsV2',
		{ targetLang: ['cs_cz'] },
	],
	[
		'the filters of projects',
		{
			resource: 'project',
			operation: 'getMany',
			filters: { sourceLangs: 'EN', targetLangs: "={{ ['cs-CZ', 'de'] }}" },
		},
		'listProjects',
		{ sourceLangs: ['en'], targetLangs: ['cs_cz', 'de'] },
	],
	[
		'the filters of translation memories',
		{
			resource: 'translationMemory',
			operation: 'getMany',
			filters: { sourceLang: 'En', targetLang: 'cs-CZ' },
		},
		'listTransMemories',
		{ sourceLang: ['en'], targetLang: ['cs_cz'] },
	],
])('%s are spelled as Phrase spells them', async (_case, parameters, operation, expected) => {
	await runTms(sandbox, { projectUid: byId(sandbox.seed.project.uid), ...parameters });
	const query = queryOf(operation);
	for (const [name, values] of Object.entries(expected)) expect(query.getAll(name)).toEqual(values);
});

it('the filter of jobs refuses what is no code, before it asks', async () => {
	const refused = runTms(sandbox, {
		resource: 'job',
		operation: 'getMany',
		projectUid: byId(sandbox.seed.project.uid),
		filters: { targetLang: 'Czech (Czechia)' },
	});
	await expect(refused).rejects.toThrow(
		/^'Filters': 'Target Language Name or ID': .* is no code of a language/,
	);
	expect(sandbox.counters().requestsTotal).toBe(0);
});

describe('Language AI', () => {
	it.each([[['cs-CZ', 'de']], ['cs_CZ,DE'], ["={{ ['CS-cz', 'de'] }}"]])(
		'takes %p as target languages of a file',
		async (targetLangs) => {
			const { items } = await runLanguageAi(
				sandbox,
				{
					resource: 'fileTranslation',
					operation: 'translate',
					sourceLang: byId('EN'),
					targetLangs: targetLangs,
				},
				{ items: await fileItems() },
			);
			expect(items.map(({ json }) => json.targetLang)).toEqual(['cs_cz', 'de']);
		},
	);

	it('takes pt-BR as the target language of a text, and refuses what is no code', async () => {
		const translate = async (targetLang: string) =>
			await runLanguageAi(sandbox, {
				resource: 'textTranslation',
				operation: 'translate',
				text: 'Hello',
				sourceLang: byId('en-US'),
				targetLang: byId(targetLang),
			});
		const { items } = await translate('pt-BR');
		expect(items[0]?.json).toMatchObject({ sourceLang: 'en_us', targetLang: 'pt_br' });
		await expect(translate('Portuguese')).rejects.toThrow(/^'Target Language': 'portuguese' is no code/);
	});
});
