import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

/** What a node does for an item: it may read its parameters, and gives what becomes items. */
export type ItemWork = (
	parameter: (name: string) => string,
	context: IExecuteFunctions,
	index: number,
) => Promise<IDataObject[]>;

/** Parameters of such a node, all text. */
const PARAMETERS = ['projectUid', 'jobUid'];

/**
 * A node that does nothing but its work.
 *
 * @param order how it takes its items; one after the other is how most community nodes do
 */
export function nodeOf(work: ItemWork, order: 'one after the other' | 'all at once'): INodeType {
	return {
		description: {
			displayName: 'Peer',
			name: 'peer',
			group: ['input'],
			version: 1,
			description: 'Does the same work in another way',
			defaults: { name: 'Peer' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'phraseTmsApi', required: true }],
			properties: PARAMETERS.map((name) => ({ displayName: name, name, type: 'string', default: '' })),
		},
		async execute(this: IExecuteFunctions) {
			const one = async (index: number): Promise<INodeExecutionData[]> => {
				const made = await work((name) => this.getNodeParameter(name, index) as string, this, index);
				return made.map((json) => ({ json, pairedItem: { item: index } }));
			};
			const indexes = [...this.getInputData().keys()];
			if (order === 'all at once') return [(await Promise.all(indexes.map(one))).flat()];
			const output: INodeExecutionData[] = [];
			for (const index of indexes) output.push(...(await one(index)));
			return [output];
		},
	};
}
