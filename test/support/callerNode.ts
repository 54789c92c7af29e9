import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';

/** A node that only gives its context: for tests of what runs inside a node. */
export class CallerNode implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Caller',
		name: 'caller',
		group: ['transform'],
		version: 1,
		description: 'Gives its context to a test',
		defaults: { name: 'Caller' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'phraseTmsApi' }, { name: 'phraseTmsOAuth2Api' }, { name: 'phraseLanguageAiApi' }],
		properties: [],
	};
}
