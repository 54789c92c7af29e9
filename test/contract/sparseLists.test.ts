import type { ServerResponse } from 'node:http';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { loadOptions, searchList } from '../../n8n/inProcess';
import { ScriptedPhrase } from '../support/phrase';
import { json, type Received } from '../support/server';
import { nodes } from '../support/shipped';
import { byId } from '../support/tms';

/** Everything by which an entry can be known, and nothing else; and an entry that cannot be known. */
const ENTRIES = [{ uid: 'known', id: 'known', localToken: 'known', code: 'known', encodedName: 'known' }, {}];
const LISTS = {
	content: ENTRIES,
	connectors: ENTRIES,
	files: ENTRIES,
	languages: ENTRIES,
	workflowSteps: ENTRIES,
};

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

/** What has to be chosen before a list can be shown, beside a project. */
const CHOSEN: Record<string, INodeParameters> = {
	Remote: {
		resource: 'job',
		operation: 'create',
		additionalFields: { remoteFile: { row: { connectorToken: byId('known') } } },
	},
	Folders: { resource: 'connector', operation: 'waitForFile', connectorId: byId('c') },
	Files: { resource: 'connector', operation: 'waitForFile', connectorId: byId('c'), folder: byId('f') },
};

const setup = (list: string) => ({
	path: 'parameters.additionalFields.remoteFile.row.remoteFileName',
	parameters: {
		authentication: 'phraseTmsApi',
		projectUid: byId('p'),
		filters: { projectUid: byId('p') },
		...Object.entries(CHOSEN).find(([word]) => list.includes(word))?.[1],
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
	const shown = await one.load(one.instance, one.list, setup(one.list));
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
