import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Operation } from '../../core/operation/operation';
import { runNode, storeBinary, type RunSetup } from '../../n8n/inProcess';
import type { Sandbox } from '../../sandbox';
import { examplesOf, MADE_BY, valuesOf, type Example } from './examples';
import type { ActionNodeType } from './outputs';

/** Runs operations of one node with their examples. */
export class Runner {
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
	 * @throws what the node throws, or an Error when an example gives no item, or an item without its origin, or
	 * changes the input
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

	/**
	 * Runs the first example of an operation with Continue On Fail, while Phrase refuses every call with 403.
	 * @param name resource and operation with a blank between
	 */
	async refusedItemsOf(name: string): Promise<INodeExecutionData[]> {
		const [example = {}] = this.examples[name] ?? [];
		await this.sandbox.reset();
		const setup = await this.setUp(name, example);
		this.sandbox.fault({ match: { path: '^(?!.*/(idm|auth)/)' }, do: { status: 403 } });
		const { items } = await runNode(this.node.type, { ...setup, continueOnFail: true });
		return items;
	}

	private async run(name: string, example: Example): Promise<INodeExecutionData[]> {
		const setup = await this.setUp(name, example);
		const given = JSON.stringify(setup.items);
		const before = this.sandbox.requests().length;
		const { items } = await runNode(this.node.type, setup);
		const requests = this.sandbox.requests().slice(before);
		this.calledLast = requests.flatMap(({ operationId }) => operationId ?? []);
		await this.sandbox.delivered();
		if (items.length === 0) throw new Error('it gave no item');
		if (items.some(({ pairedItem }) => pairedItem === undefined))
			throw new Error('it gave an item that does not say which one it comes from');
		if (JSON.stringify(setup.items) !== given) throw new Error('it changed its input');
		return items;
	}

	private async setUp(name: string, { after, parameters, times }: Example): Promise<RunSetup> {
		const [resource = '', operation = ''] = name.split(' ');
		const chosen = this.node.resources[resource]?.operations[operation];
		if (chosen === undefined) throw new Error(`There is no operation '${name}'`);
		if (times !== undefined) this.sandbox.configure({ times });

		const { phraseTmsApi, phraseLanguageAiApi } = this.sandbox.credentials;
		return {
			parameters: { resource, operation, ...this.parametersOf(chosen, parameters) },
			items: [await this.inputOf(chosen, after ?? this.madeBefore(name, chosen))],
			credentials: { phraseTmsApi, phraseLanguageAiApi },
		};
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
