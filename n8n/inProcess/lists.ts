import './home';
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import type { AnyNodeType } from './nodeTypes';
import { inWorkflow, versionOf, type NodeSetup } from './workflow';

/** A node whose list is asked for. */
interface ListSetup extends NodeSetup {
	/** The parameter that the list is for, as the editor names it: `parameters.assignments.row[0].userId`. */
	path?: string;
}

/** Searches one of a node's lists, as the editor does while the user types. */
export async function searchList(
	type: AnyNodeType,
	method: string,
	{ filter, paginationToken, ...setup }: ListSetup & { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const search = versionOf(type, setup.typeVersion).methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list '${method}'`);
	return await search.call(contextOf(type, setup), filter, paginationToken);
}

/** Loads the options of one of a node's parameters. */
export async function loadOptions(
	type: AnyNodeType,
	method: string,
	setup: ListSetup = {},
): Promise<INodePropertyOptions[]> {
	const load = versionOf(type, setup.typeVersion).methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node has no options '${method}'`);
	return await load.call(contextOf(type, setup));
}

/** Gets the fields of one of a node's mappers, as the editor does when the parameters that they follow change. */
export async function loadFields(
	type: AnyNodeType,
	method: string,
	setup: ListSetup = {},
): Promise<ResourceMapperFields> {
	const load = versionOf(type, setup.typeVersion).methods?.resourceMapping?.[method];
	if (!load) throw new Error(`The node has no fields '${method}'`);
	return await load.call(contextOf(type, setup));
}

/** The context in which a node's lists are loaded. */
function contextOf(type: AnyNodeType, { path = '', ...setup }: ListSetup): LoadOptionsContext {
	const { workflow, node, additionalData } = inWorkflow(type, setup);
	return new LoadOptionsContext(workflow, node, additionalData, path);
}
