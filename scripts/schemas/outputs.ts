import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import type { Product } from '../../core/http/client.types';
import type { Operation, Resources } from '../../core/operation/operation';
import { runNode, storeBinary } from '../../n8n/inProcess';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { startSandbox, TIMES, type Sandbox } from '../../sandbox';
import { examplesOf, MADE_BY, valuesOf, type Example } from './examples';

/** A node with operations, and the folder that it is in. */
export interface ActionNodeType {
	/** Path from the root of the package. */
	folder: string;
	/** The product of Phrase that it drives. */
	product: Product;
	type: INodeType;
	resources: Resources;
}

/** The nodes of the package that have operations. */
export function actionNodes(phraseTms: INodeType, phraseLanguageAi: INodeType): ActionNodeType[] {
	return [
		{ folder: 'nodes/PhraseTms', product: 'tms', type: phraseTms, resources: tms },
		{
			folder: 'nodes/PhraseLanguageAi',
			product: 'languageAi',
			type: phraseLanguageAi,
			resources: languageAi,
		},
	];
}

/** What the examples of one operation gave. */
export interface Output {
	node: ActionNodeType;
	/** Value of the node's `resource` parameter. */
	resource: string;
	/** Value of the node's `operation` parameter. */
	operation: string;
	/** JSON of the items. */
	items: IDataObject[];
	/** The endpoints of Phrase that it called, by operation id, in their order. */
	calls: string[];
	/** Why there are none, in words that name the operation and the next step. */
	problem?: string;
}

/** Phrase takes no time for anything. */
const AT_ONCE = Object.fromEntries(Object.keys(TIMES.fast).map((name) => [name, 0]));

/**
 * Runs the examples of every operation in n8n's own contexts, each from the seed of a sandbox on.
 * @returns one output for each operation whose items have the same members each time, in the order of the nodes; one
 * with a `problem` for what needs an example
 */
export async function runExamples(nodes: ActionNodeType[]): Promise<Output[]> {
	const sandbox = await startSandbox({ times: AT_ONCE });
	const receiver = await startReceiver();
	const outputs: Output[] = [];
	for (const node of nodes) {
		for (const [resource, { operations }] of Object.entries(node.resources)) {
			for (const [operation, { outputVaries }] of Object.entries(operations)) {
				if (outputVaries) continue;
				const output = { node, resource, operation };
				try {
					const runner = new Runner(node, sandbox, urlOf(receiver));
					const items = await runner.itemsOf(`${resource} ${operation}`);
					outputs.push({ ...output, items, calls: [...runner.calls] });
				} catch (error) {
					outputs.push({ ...output, items: [], calls: [], problem: problemOf(output, error) });
				}
			}
		}
	}
	receiver.close();
	receiver.closeAllConnections();
	await sandbox.close();
	return outputs;
}

function problemOf(
	{ node, resource, operation }: Pick<Output, 'node' | 'resource' | 'operation'>,
	error: unknown,
): string {
	const { displayName } = node.type.description;
	const why = error instanceof Error ? error.message : String(error);
	return `${displayName}, ${resource}: ${operation}: ${why}. Give it an example in scripts/schemas/examples.ts.`;
}

/** Takes what Phrase sends to webhooks. */
async function startReceiver(): Promise<Server> {
	const server = createServer((request, response) => request.resume().once('end', () => response.end()));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return server;
}

function urlOf(server: Server): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Runs operations of one node with their examples. */
class Runner {
	/** The endpoints that the operation itself called, by operation id. */
	readonly calls = new Set<string>();

	private readonly values: ReturnType<typeof valuesOf>;

	private readonly examples: ReturnType<typeof examplesOf>;

	private calledLast: string[] = [];

	constructor(
		private readonly node: ActionNodeType,
		private readonly sandbox: Sandbox,
		receiver: string,
	) {
		this.values = valuesOf(sandbox.seed, receiver);
		this.examples = examplesOf(sandbox.seed);
	}

	/**
	 * Runs all examples of an operation.
	 * @param name resource and operation with a blank between
	 * @throws what the node throws, or an Error when an example gives no item
	 */
	async itemsOf(name: string): Promise<IDataObject[]> {
		const items: IDataObject[] = [];
		for (const example of this.examples[name] ?? [{}]) {
			await this.sandbox.reset();
			items.push(...(await this.run(name, example)).map(({ json }) => json));
			for (const call of this.calledLast) this.calls.add(call);
		}
		return items;
	}

	private async run(name: string, { after, parameters, times }: Example): Promise<INodeExecutionData[]> {
		const [resource = '', operation = ''] = name.split(' ');
		const chosen = this.node.resources[resource]?.operations[operation];
		if (chosen === undefined) throw new Error(`There is no operation '${name}'`);
		if (times !== undefined) this.sandbox.configure({ times });

		const { credentials } = this.sandbox;
		const input = await this.inputOf(chosen, after ?? this.madeBefore(name, chosen));
		const before = this.sandbox.requests().length;
		const { items } = await runNode(this.node.type, {
			parameters: { resource, operation, ...this.parametersOf(chosen, parameters) },
			items: [input],
			credentials: {
				phraseTmsApi: credentials.phraseTmsApi,
				phraseLanguageAiApi: credentials.phraseLanguageAiApi,
			},
		});
		const requests = this.sandbox.requests().slice(before);
		this.calledLast = requests.flatMap(({ operationId }) => operationId ?? []);
		await this.sandbox.delivered();
		if (items.length === 0) throw new Error('it gave no item');
		return items;
	}

	/** The operation that makes what this one asks for; none for that operation itself. */
	private madeBefore(name: string, { fields }: Operation): string | undefined {
		return Object.keys(fields)
			.map((field) => MADE_BY[field])
			.find((before) => before !== undefined && before !== name);
	}

	/** The input item: a file, and what came out of the operation before. */
	private async inputOf(
		{ fields, ends }: Operation,
		before: string | undefined,
	): Promise<INodeExecutionData> {
		const binary = { data: await storeBinary(Buffer.from('One. Two.'), { fileName: 'guide.txt' }) };
		if (before === undefined) return { json: {}, binary };
		const [example = {}] = this.examples[before] ?? [];
		const json = (await this.run(before, example))[0]?.json ?? {};
		if (ends.handsOn === undefined) return { json, binary };
		// It puts out all that came in, of which only what it asks for is always there.
		const asked = Object.entries(json).filter(([name]) => name in fields);
		return { json: Object.fromEntries(asked), binary };
	}

	/** What a user sets: of the values that all operations share, those that this one asks for. */
	private parametersOf({ fields }: Operation, given: INodeParameters = {}): INodeParameters {
		const parameters: INodeParameters = {};
		for (const [name, value] of Object.entries({ ...this.values, ...given })) {
			if (!(name in fields) && !(name in given)) continue;
			const isLocator = fields[name]?.property.type === 'resourceLocator';
			parameters[name] = isLocator ? { __rl: true, mode: 'id', value } : value;
		}
		return parameters;
	}
}
