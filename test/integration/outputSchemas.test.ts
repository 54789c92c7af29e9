import type { IExecuteFunctions } from 'n8n-workflow';
import { loadOutputSchema } from 'n8n-core';
import { join } from 'node:path';
import { one } from '../../core/endings/one';
import { requiredText } from '../../core/fields/text';
import { GET } from '../../core/http/request';
import { describe as describeResources } from '../../core/operation/describe';
import { defineOperation } from '../../core/operation/operation';
import { telling } from '../../core/run/outputItems';
import { runOperation } from '../../core/run/runner';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { OPERATIONS_PAGE, operationsPage, presentPage } from '../../scripts/operationsPage';
import { outOfDate, presentFiles, ROOT, wantedFiles } from '../../scripts/schemas/files';
import { actionNodes, runExamples, type ActionNodeType, type Output } from '../../scripts/schemas/outputs';
import { schemaOf } from '../../scripts/schemas/schemaOf';
import { hurry } from '../support/hurry';

hurry();

/** Items that the node makes itself, of which every member counts. */
const MADE_BY_THE_NODE = ['webhook getHealth'];

const tms = new PhraseTms();
const nodes = actionNodes(tms, new PhraseLanguageAi());
let outputs: Output[];

// Some 230 operations, one after the other.
beforeAll(async () => {
	outputs = await runExamples(nodes);
}, 300_000);

it('every operation has an example that runs', () => {
	expect(outputs.flatMap(({ problem }) => problem ?? [])).toEqual([]);
});

it('the schemas say what operations put out now (else run `npm run schemas`)', () => {
	expect(outOfDate(wantedFiles(outputs), presentFiles(nodes))).toEqual([]);
});

it('the page of operations says what they call now (else run `npm run schemas`)', () => {
	expect(operationsPage(nodes, outputs)).toBe(presentPage()[OPERATIONS_PAGE]);
});

it('every operation is tried by a contract test, with good and with bad input', () => {
	const rows = operationsPage(nodes, outputs)
		.split('\n')
		.filter((line) => line.startsWith('| '));
	expect(rows.length).toBeGreaterThan(150);
	expect(rows.filter((line) => line.endsWith('|  |'))).toEqual([]);
});

it('n8n finds one for each operation', () => {
	const missing = outputs.filter(({ node, resource, operation, items }) => {
		const [version = 0] = [node.type.description.version].flat();
		const found = loadOutputSchema({ nodeDir: join(ROOT, node.folder), version, resource, operation });
		return JSON.stringify(found) !== JSON.stringify(schemaOf(items));
	});
	expect(missing.map(({ resource, operation }) => `${resource} ${operation}`)).toEqual([]);
});

it('an operation that puts out more than ten members offers Simplify', () => {
	const long = outputs.filter(({ node, resource, operation, items }) => {
		const { wait: _, ...members } = schemaOf(items).properties ?? {};
		const fields = node.resources[resource]?.operations[operation]?.fields ?? {};
		return Object.keys(members).length > 10 && !('simplify' in fields);
	});
	expect(long.map(({ resource, operation }) => `${resource} ${operation}`)).toEqual(MADE_BY_THE_NODE);
});

it('an AI agent gets at most ten members, beside what is told of a wait', () => {
	const long = outputs.filter(({ node, resource, operation, items }) => {
		const { hiddenInTools = false } = node.resources[resource]?.operations[operation] ?? {};
		const sizes = items.map((item) => Object.keys(telling(item)).filter((name) => name !== 'wait').length);
		return !hiddenInTools && Math.max(0, ...sizes) > 10;
	});
	expect(long.map(({ resource, operation }) => `${resource} ${operation}`)).toEqual([]);
});

it('an operation that is added without an example is named, with what to do', async () => {
	const added = defineOperation(
		{
			name: 'Get',
			action: 'Get a thing',
			description: 'Retrieve a thing',
			fields: { thingUid: requiredText({ displayName: 'Thing', description: 'The thing' }) },
		},
		{ request: ({ thingUid }) => GET`/api2/v1/things/${thingUid}`, ends: one() },
	);
	const resources = { thing: { name: 'Thing', operations: { get: added }, defaultOperation: 'get' } };
	const node: ActionNodeType = {
		folder: 'nodes/PhraseTms',
		product: 'tms',
		resources,
		type: {
			description: {
				...tms.description,
				properties: describeResources(resources, 'thing'),
			},
			async execute(this: IExecuteFunctions) {
				return await runOperation(this, { resources, product: 'tms', credentialType: 'phraseTmsApi' });
			},
		},
	};
	expect(await runExamples([node])).toMatchObject([
		{
			problem: expect.stringMatching(
				/^Phrase TMS, thing: get: 'Thing': must not be empty\. Give .*examples\.ts/,
			),
		},
	]);
});

describe('a schema', () => {
	it('has the members of all items, and no value of any', () => {
		const items = [
			{ uid: 'a', due: null, tags: [] },
			{ due: '2030-01-01', tags: [{ id: 1 }, { on: true }] },
		];
		expect(schemaOf(items)).toEqual({
			type: 'object',
			properties: {
				uid: { type: 'string' },
				due: { type: 'string' },
				tags: {
					type: 'array',
					items: { type: 'object', properties: { id: { type: 'number' }, on: { type: 'boolean' } } },
				},
			},
		});
	});

	it('names one type of what has several, because the editor shows one', () => {
		expect(schemaOf([{ value: 1 }, { value: null }, { value: 'a' }])).toEqual({
			type: 'object',
			properties: { value: { type: 'number' } },
		});
	});
});
