import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeType } from 'n8n-workflow';
import type { Product } from '../../core/http/client.types';
import type { Resources } from '../../core/operation/operation';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { startSandbox, TIMES } from '../../sandbox';
import { Runner } from './runner';

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
