import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import type { Sandbox } from '../../sandbox';
import { runNode, type NodeRun, type RunSetup } from '../../n8n/inProcess';

/** Input items without data. */
export function emptyItems(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, () => ({ json: {} }));
}

/** Runs the Phrase TMS node against the sandbox. */
export async function runTms(
	sandbox: Sandbox,
	parameters: INodeParameters,
	setup: Omit<RunSetup, 'parameters'> = {},
): Promise<NodeRun> {
	return await runNode(new PhraseTms(), {
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } },
		...setup,
		parameters: { authentication: 'phraseTmsApi', ...parameters },
	});
}

/** A resource locator in the mode By ID. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}
