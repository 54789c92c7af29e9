import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import { eachAlone } from '../../core/endings/eachAlone';
import type { Fields } from '../../core/fields/field';
import { GET } from '../../core/http/request';
import { describe } from '../../core/operation/describe';
import { defineOperation } from '../../core/operation/operation';
import { runOperation } from '../../core/run/runner';
import { runNode, type RunSetup } from '../../n8n/inProcess';

/** A node with one operation, which puts out the checked values of the fields that it asks for. */
export function echoNode(fields: Fields, options: Fields = {}): INodeType {
	const echo = defineOperation(
		{ name: 'Echo', action: 'Echo', description: 'Put out the values', fields, options },
		{
			request: () => GET`/none`,
			ends: { run: eachAlone(async ({ values }) => [{ json: { ...(values as IDataObject) } }]) },
		},
	);
	const resources = { echo: { name: 'Echo', operations: { echo }, defaultOperation: 'echo' } };
	return {
		description: {
			displayName: 'Echo',
			name: 'echo',
			group: ['transform'],
			version: [1, 1.1],
			description: 'Puts out its values',
			defaults: { name: 'Echo' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'phraseTmsApi', required: true }],
			properties: describe(resources, 'echo'),
		},
		async execute(this: IExecuteFunctions) {
			return await runOperation(this, { resources, product: 'tms', credentialType: 'phraseTmsApi' });
		},
	};
}

/**
 * The checked values of fields, as an operation gets them in one of n8n's own contexts.
 * @param parameters what the user gave, expressions included
 * @throws whatever the node throws
 */
export async function valuesOf(
	fields: Fields,
	parameters: INodeParameters,
	setup: Omit<RunSetup, 'parameters'> & { options?: Fields } = {},
): Promise<IDataObject> {
	const { items } = await runNode(echoNode(fields, setup.options), {
		credentials: { phraseTmsApi: {} },
		...setup,
		parameters,
	});
	return items[0]?.json ?? {};
}
