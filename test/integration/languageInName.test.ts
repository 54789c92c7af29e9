import type { INodeParameters } from 'n8n-workflow';
import { withLanguage } from '../../core/fields/languageInName';
import { storeBinary } from '../../n8n/inProcess';
import { runLanguageAi } from '../support/languageAi';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

it.each([
	['guide.md', 'guide.de.md'],
	['archive.tar.gz', 'archive.tar.de.gz'],
	['README', 'README.de'],
	['.env', '.env.de'],
	['v1.2 notes', 'v1.2 notes.de'],
	['notes of v1.2', 'notes of v1.2.de'],
	['v1.2 notes.docx', 'v1.2 notes.de.docx'],
	['song.mp3', 'song.de.mp3'],
])('the language stands before the extension of %s', (fileName, named) => {
	expect(withLanguage(fileName, 'de')).toBe(named);
});

describe.each([true, false])('files of two languages, with the option %s', (addLanguage) => {
	const expected = addLanguage ? ['guide.cs_cz.md', 'guide.de.md'] : ['guide.md', 'guide.md'];
	const options = { addLanguage };
	const names = (items: Array<{ json: object; binary?: Record<string, { fileName?: string }> }>) => {
		const stored = items.map(({ binary }) => binary?.data?.fileName);
		expect(items.map(({ json }) => (json as { fileName?: string }).fileName)).toEqual(stored);
		return stored.sort();
	};

	const jobs = () =>
		['cs_cz', 'de'].flatMap((targetLang) => sandbox.createJobs({ targetLang, names: ['guide.md'] }));
	const job = async (parameters: INodeParameters) =>
		await runTms(
			sandbox,
			{ resource: 'job', projectUid: byId(sandbox.seed.project.uid), options, ...parameters },
			{ items: jobs().map(({ uid }) => ({ json: { jobUid: uid } })) },
		);

	it.each(['downloadTargetFile', 'downloadTargetFiles'])('by Job > %s', async (operation) => {
		const { items } = await job({ operation });
		expect(names(items)).toEqual(expected);
		const languages = items.map(({ json }) => json.targetLang);
		expect(languages.sort()).toEqual(addLanguage ? ['cs_cz', 'de'] : [undefined, undefined]);
	});

	it('by Language AI > Translate', async () => {
		const binary = { data: await storeBinary(Buffer.from('Text'), { fileName: 'guide.md' }) };
		const { items } = await runLanguageAi(
			sandbox,
			{
				resource: 'fileTranslation',
				operation: 'translate',
				sourceLang: 'en',
				targetLangs: 'cs,de',
				options,
			},
			{ items: [{ json: {}, binary }] },
		);
		expect(names(items)).toEqual(expected.map((name) => name.replace('cs_cz', 'cs')));
	});
});
