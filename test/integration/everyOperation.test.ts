import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { actionNodes } from '../../scripts/schemas/outputs';
import { Runner } from '../../scripts/schemas/runner';
import { hurry } from '../support/hurry';
import { LoopbackServer } from '../support/server';
import { useSandbox } from '../support/useSandbox';

hurry();
const sandbox = useSandbox();

const operations = actionNodes(new PhraseTms(), new PhraseLanguageAi()).flatMap((node) =>
	Object.entries(node.resources).flatMap(([resource, { operations: ofResource }]) =>
		Object.keys(ofResource).map((operation) => ({ node, name: `${resource} ${operation}` })),
	),
);

/** Asks Phrase nothing; and calls what the user chooses, which a test of its own tries. */
const LEFT_OUT = ['api findEndpoint', 'api call'];

/** Takes what Phrase sends to webhooks. */
let receiver: LoopbackServer;

beforeAll(async () => {
	receiver = await LoopbackServer.start((response) => response.end());
});

afterAll(async () => await receiver.close());

/** What n8n does with an error when a node is set to continue: every operation has to give it something to go on with. */
it.each(operations.filter(({ name }) => !LEFT_OUT.includes(name)))(
	'with Continue On Fail, a refusal becomes an item that names its error and its origin: $name',
	async ({ node, name }) => {
		const runner = new Runner(node, sandbox, `${receiver.url}/`);
		const items = await runner.refusedItemsOf(name);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ pairedItem: { item: 0 } });
		expect(JSON.stringify(items[0]?.json)).toMatch(/does not allow this to the user of the credential/);
	},
);
