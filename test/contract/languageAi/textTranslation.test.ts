import { NodeApiError, NodeOperationError, type INodeExecutionData } from 'n8n-workflow';
import { runLanguageAi } from '../../support/languageAi';
import { thrownBy } from '../../support/thrownBy';
import { byId } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const translate = (more = {}) => ({
	resource: 'textTranslation',
	operation: 'translate',
	text: '={{ $json.text }}',
	sourceLang: byId('en'),
	targetLang: byId('cs'),
	...more,
});

const texts = (...all: unknown[]) => all.map((text) => ({ json: { text } })) as INodeExecutionData[];
const calls = () => sandbox.counters().byOperation.translateTexts ?? 0;

it('translates a text and says from and into which language', async () => {
	const { items } = await runLanguageAi(sandbox, translate(), { items: texts('  Hello\nworld ') });
	expect(items).toEqual([
		{
			json: {
				source: '  Hello\nworld ',
				target: '[cs]   Hello\nworld ',
				sourceLang: 'en',
				targetLang: 'cs',
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(sandbox.counters().contractViolations).toBe(0);
});

it('sends six texts with one call, and gives each to its own item', async () => {
	const many = Array.from({ length: 20 }, (_, index) => `Text ${index % 3}, number ${index}`);
	const { items } = await runLanguageAi(sandbox, translate(), { items: texts(...many) });
	expect(items.map(({ json, pairedItem }) => [json.target, pairedItem])).toEqual(
		many.map((text, index) => [`[cs] ${text}`, { item: index }]),
	);
	expect(calls()).toBe(4);
});

it('sends together only what goes into the same language', async () => {
	const items = Array.from({ length: 12 }, (_, index) => ({
		json: { text: `Text ${index}`, to: index % 2 === 0 ? 'de' : 'pt_br' },
	}));
	const run = await runLanguageAi(sandbox, translate({ targetLang: byId('={{ $json.to }}') }), { items });
	expect(run.items.map(({ json }) => json.target)).toEqual(
		items.map(({ json }) => `[${json.to}] ${json.text}`),
	);
	expect(calls()).toBe(2);
});

it('sends texts of unknown language one by one, because Phrase identifies one language per call', async () => {
	const long = (text: string) => `${text} `.repeat(20);
	const { items } = await runLanguageAi(sandbox, translate({ sourceLang: byId('') }), {
		items: texts(long('Hello'), long('Bonjour')),
	});
	expect(items.map(({ json }) => json.sourceLang)).toEqual(['en', 'en']);
	expect(calls()).toBe(2);
});

it('asks for the source language of a short text, and sends nothing', async () => {
	const error = await thrownBy(
		runLanguageAi(sandbox, translate({ sourceLang: byId('') }), { items: texts('Too short') }),
	);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect((error as NodeOperationError).message).toMatch(/'Source Language'.*50 characters/);
	expect(sandbox.requests()).toEqual([]);
});

it.each([
	['Text', { text: ' ' }],
	['Text', { text: '={{ $json.noSuchMember }}' }],
	['Text', { text: '={{ {} }}' }],
	['Source Language', { sourceLang: byId('English') }],
	['Target Language', { targetLang: byId('') }],
	['Target Language', { targetLang: byId('US English') }],
	['Consumer ID', { options: { consumerId: 'x'.repeat(51) } }],
])('names %s when it cannot be used (%j), and sends nothing', async (displayName, parameters) => {
	const error = await thrownBy(runLanguageAi(sandbox, translate(parameters), { items: texts('Hello') }));
	expect(error).toBeInstanceOf(NodeOperationError);
	expect((error as NodeOperationError).message).toContain(`'${displayName}'`);
	expect((error as NodeOperationError).message).not.toMatch(/Invalid input$/);
	expect(sandbox.requests()).toEqual([]);
});

it('translates with the profile', async () => {
	const { profile } = sandbox.seed;
	const { items } = await runLanguageAi(sandbox, translate({ profileUid: byId(profile.uid) }), {
		items: texts('Hello'),
	});
	expect(items).toHaveLength(1);
	const error = await thrownBy(
		runLanguageAi(sandbox, translate({ profileUid: byId('noSuchProfile') }), { items: texts('Hello') }),
	);
	expect(error).toBeInstanceOf(NodeApiError);
	expect((error as NodeApiError).description).toContain('noSuchProfile');
});

it('lets one refused call of several texts take none of them with it', async () => {
	sandbox.fault({ match: { path: 'textTranslations', nth: 1 }, do: { status: 400 } });
	const { items } = await runLanguageAi(sandbox, translate(), { items: texts('One', 'Two', 'Three') });
	expect(items.map(({ json }) => json.target)).toEqual(['[cs] One', '[cs] Two', '[cs] Three']);
});

it('gives an error item to the one text that Phrase refuses, in its place', async () => {
	sandbox.fault({ match: { path: 'textTranslations', nth: 1 }, do: { status: 400 } });
	sandbox.fault({ match: { path: 'textTranslations', nth: 3 }, do: { status: 422 } });
	const { items } = await runLanguageAi(sandbox, translate({ options: { parallelRequests: 1 } }), {
		items: texts('One', 'Two', 'Three'),
		continueOnFail: true,
	});
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	const failed = items.filter(({ json }) => 'error' in json);
	expect(failed.map(({ json }) => json)).toEqual([
		{
			error: {
				message: expect.any(String),
				description: expect.any(String),
				httpCode: 422,
				errorCode: null,
				actionId: expect.any(String),
			},
		},
	]);
});

it('lets an item with a wrong value fail alone when the node is set to continue', async () => {
	const { items } = await runLanguageAi(sandbox, translate(), {
		items: texts('One', '', 'Three'),
		continueOnFail: true,
	});
	expect(items.map(({ json }) => json.target)).toEqual(['[cs] One', undefined, '[cs] Three']);
	expect(items[1]?.json).toMatchObject({ error: { message: expect.stringContaining("'Text'") } });
	expect(calls()).toBe(1);
});
