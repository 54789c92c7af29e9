import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { CredentialStore, executeContext, type AnyNodeType } from '../../n8n/inProcess';

/** One run of a node. */
export interface NodeWork {
	type: AnyNodeType;
	typeVersion?: number;
	/** Package that it comes from: n8n lets its own HTTP Request node use the credentials of others. */
	from?: string;
	parameters: INodeParameters;
	items: INodeExecutionData[];
	/** Data of its credential, by credential type. */
	credentials: Record<string, object>;
}

/** The credentials of this process: a token that n8n stores stays, as in n8n's database. */
const stores = new Map<string, CredentialStore>();

/**
 * Prepares a run of a node in an execute context of n8n-core.
 * @returns runs the node, and gives what comes out of its first output
 */
export async function inCore(work: NodeWork): Promise<() => Promise<INodeExecutionData[]>> {
	const key = JSON.stringify(work.credentials);
	const credentials = stores.get(key) ?? new CredentialStore(work.credentials);
	stores.set(key, credentials);
	const { context, nodeType } = await executeContext(work.type, { ...work, credentials });
	return async () => {
		if (nodeType.execute === undefined) throw new Error('The node has no execute function');
		const output = (await nodeType.execute.call(context)) as INodeExecutionData[][];
		return output[0] ?? [];
	};
}
