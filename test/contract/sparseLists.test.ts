import type { ServerResponse } from 'node:http';
import type { INodeType } from 'n8n-workflow';
import { loadOptions, searchList } from '../../n8n/inProcess';
import { ScriptedPhrase } from '../support/phrase';
import { json, type Received } from '../support/server';
import { nodes } from '../support/shipped';
import { byId } from '../support/tms';

/** Everything by which an entry can be known, and nothing else; and an entry that cannot be known. */
const ENTRIES = [{ uid: 'known', id: 'known', localToken: 'known', code: 'known' }, {}];
const LISTS = { content: ENTRIES, connectors: ENTRIES, languages: ENTRIES, workflowSteps: ENTRIES };

let phrase: ScriptedPhrase;
let asked: string[];

beforeAll(async () => {
	phrase = await ScriptedPhrase.start((response: ServerResponse, { path }: Received) => {
		asked.push(path);
		json(response, 200, { ...LISTS, totalPages: 1 });
	});
});

beforeEach(() => (asked = []));

afterAll(async () => await phrase.close());

const setup = () => ({
	parameters: {
		authentication: 'phraseTmsApi',
		projectUid: byId('p'),
		filters: { projectUid: byId('p') },
	},
	credentials: {
		phraseTmsApi: phrase.credential(),
		phraseLanguageAiApi: phrase.credential({ languageAiUrl: `${phrase.server.url}/smt/api` }),
	},
});

/** The lists of all nodes that Phrase is asked for. */
const lists = nodes().flatMap(({ instance }) => {
	const { listSearch = {}, loadOptions: options = {} } = instance.methods ?? {};
	const ofNode = { node: instance.description.name, instance };
	return [
		...Object.keys(listSearch).map((list) => ({ ...ofNode, list, load: searched })),
		...Object.keys(options).map((list) => ({ ...ofNode, list, load: loadOptions })),
	];
});

async function searched(instance: INodeType, list: string, given: ReturnType<typeof setup>) {
	return (await searchList(instance, list, given)).results;
}

// Phrase documents hardly any member of an entry as required.
it.each(lists)('$list of $node gives an entry without a name one that people can choose', async (one) => {
	const shown = await one.load(one.instance, one.list, setup());
	for (const { name, value } of shown) {
		expect(name).toMatch(/^\w/);
		expect(`${name} ${value}`).not.toMatch(/undefined|null|NaN/);
	}
	const fromPhrase = one.load === searched && asked.length > 0;
	expect(shown.map(({ value }) => value)).toEqual(fromPhrase ? ['known'] : expect.anything());
});

it('are there', () => {
	expect(lists.length).toBeGreaterThan(10);
});
