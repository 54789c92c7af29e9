import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun, RunSetup } from '../../n8n/inProcess';
import type { Sandbox } from '../../sandbox';
import { byId, runTms } from './tms';

/** How API > Call is run against a sandbox. */
export interface ApiCaller {
	/** Calls an endpoint that was chosen from the list, its parameters filled in as fields. */
	chosen(endpoint: string, given?: Given, setup?: Omit<RunSetup, 'parameters'>): Promise<NodeRun>;
	/** Calls an endpoint that was typed by hand, its parameters in JSON. */
	byHand(endpoint: string, parameters?: object, others?: INodeParameters): Promise<NodeRun>;
}

/** The parameters of the node, and in `fields` those of the endpoint. */
type Given = INodeParameters & { fields?: INodeParameters };

/** Calls endpoints of Phrase TMS. */
export function tmsCaller(sandbox: Sandbox): ApiCaller {
	const run = async (parameters: INodeParameters, setup?: Omit<RunSetup, 'parameters'>) =>
		await runTms(sandbox, { resource: 'api', operation: 'call', ...parameters }, setup);
	return {
		chosen: async (endpoint, { fields = {}, ...others } = {}, setup) =>
			await run(
				{
					endpoint: { __rl: true, mode: 'list', value: endpoint },
					parameters: mapped(fields),
					...others,
				},
				setup,
			),
		byHand: async (endpoint, parameters = {}, others = {}) =>
			await run({
				endpoint: byId(endpoint),
				parameterInput: 'json',
				jsonParameters: JSON.stringify(parameters),
				...others,
			}),
	};
}

/** Fields as n8n's mapper stores them. */
export function mapped(value: INodeParameters): INodeParameters {
	return { mappingMode: 'defineBelow', value, schema: [] };
}
