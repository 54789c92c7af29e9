import { MANUAL_TRIGGER, type StoredCredential, type WorkflowExport } from '../../../n8n';

/** A workflow that asks Phrase for a project that is not there. */
export function workflowThatFails({ type, id, name }: StoredCredential): WorkflowExport {
	return {
		name: 'Get a project that is not there',
		nodes: [
			{
				id: '1',
				name: MANUAL_TRIGGER,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: 'Get a project',
				type: 'n8n-nodes-phrase.phraseTms',
				typeVersion: 2,
				position: [208, 0],
				parameters: {
					resource: 'project',
					operation: 'get',
					projectUid: { __rl: true, mode: 'id', value: 'mxrnbPQ1c4v8vJ2nYdGkT1' },
				},
				credentials: { [type]: { id, name } },
			},
		],
		connections: {
			[MANUAL_TRIGGER]: { main: [[{ node: 'Get a project', type: 'main', index: 0 }]] },
		},
		settings: {},
	};
}
