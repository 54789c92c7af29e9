import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { PhraseTmsTrigger } from '../../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';

const { description } = new PhraseTmsTrigger();

/** The parameters for which n8n refuses to publish a workflow, as its `workflow-validation.service` asks for them. */
function refused(parameters: INodeParameters): string[] {
	const node: INode = {
		id: 'n1',
		name: 'Phrase TMS Trigger',
		type: 'n8n-nodes-phrase.phraseTmsTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { phraseTmsApi: { id: 'c1', name: 'Phrase TMS account' } },
	};
	const { properties } = description;
	const all = NodeHelpers.getNodeParameters(properties, parameters, true, false, node, description);
	const issues = NodeHelpers.getNodeParametersIssues(
		properties,
		{ ...node, parameters: all ?? {} },
		description,
	);
	return Object.keys(issues?.parameters ?? {});
}

test.each<[string, INodeParameters]>([
	['events of the list', { events: ['JOB_CREATED'] }],
	["'Other Events' alone", { events: [], eventOptions: { otherEvents: 'JOB_CREATED' } }],
	// Whether there is an event in either place is for the node to say: n8n looks at one parameter at a time.
	['no event at all', { events: [] }],
])('n8n itself refuses no trigger with %s', (_, parameters) => {
	expect(refused(parameters)).toEqual([]);
});

test('n8n refuses one for whose own event no status was chosen', () => {
	const parameters = { events: ['ALL_JOBS_REACHED_STATUS'], reachedStatuses: [] };
	expect(refused(parameters)).toEqual(['reachedStatuses']);
});
