import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import { PhraseCallbackTrigger } from '../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import { readTemplate, TEMPLATES, type TemplateName } from '../../n8n/templates';

const PREFIX = 'n8n-nodes-phrase.';

const DESCRIPTIONS: Record<string, INodeTypeDescription> = {
	[`${PREFIX}phraseCallbackTrigger`]: new PhraseCallbackTrigger().description,
	[`${PREFIX}phraseLanguageAi`]: new PhraseLanguageAi().description,
	[`${PREFIX}phraseTms`]: new PhraseTms().description,
	[`${PREFIX}phraseTmsTrigger`]: new PhraseTmsTrigger().description,
};

/** The node's values as n8n keeps them: parameters that the node does not have, or does not show, are gone. */
function keptParameters(node: INode, description: INodeTypeDescription): INode['parameters'] | null {
	return NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
}

/** Parameters that only the user knows, by node: n8n marks them in red until they are filled in. */
const LEFT_TO_USER: Partial<Record<TemplateName, Record<string, string[]>>> = {
	requestByCallback: { 'Request the target files': ['triggerUrl'] },
};

/** The expressions in the parameters of a node. */
function expressionsOf({ parameters }: INode): string[] {
	return JSON.stringify(parameters).match(/"=(?:[^"\\]|\\.)*"/g) ?? [];
}

describe.each(Object.keys(TEMPLATES) as TemplateName[])('the workflow template %s', (name) => {
	const template = readTemplate(name);
	const ours = template.nodes.filter(({ type }) => type.startsWith(PREFIX));

	test('is small, and its nodes have names of their own', () => {
		expect(template.nodes.length).toBeLessThanOrEqual(6);
		expect(new Set(template.nodes.map((node) => node.name)).size).toBe(template.nodes.length);
		expect(ours).not.toHaveLength(0);
	});

	test.each(ours.map((node) => [node.name, node] as const))(
		'has only parameters that exist, and all that are required: %s',
		(_name, node) => {
			const description = DESCRIPTIONS[node.type];
			if (description === undefined) throw new Error(`There is no node type ${node.type}`);
			expect([description.version].flat()).toContain(node.typeVersion);
			expect(keptParameters(node, description)).toMatchObject(node.parameters);
			const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
			expect(Object.keys(issues?.parameters ?? {})).toEqual(LEFT_TO_USER[name]?.[node.name] ?? []);
		},
	);

	test('has no path of its own for a trigger: each import gets another one', () => {
		expect(template.nodes.filter((node) => 'webhookId' in node)).toEqual([]);
	});

	test('takes signed callbacks only', () => {
		for (const { type, parameters, credentials } of ours) {
			if (type !== `${PREFIX}phraseCallbackTrigger`) continue;
			expect(parameters.signedBy).toBe('phraseTmsApi');
			expect(credentials).toHaveProperty('phraseTmsApi');
		}
	});

	test('names no other node: each item holds what the next node asks for', () => {
		const naming = ours.filter((node) => expressionsOf(node).some((text) => text.includes('$(')));
		expect(naming.map(({ name }) => name)).toEqual([]);
	});

	test('has pinned data for its trigger only', () => {
		const triggers = ours.filter(({ type }) => type.endsWith('Trigger')).map((node) => node.name);
		expect(triggers).toEqual(expect.arrayContaining(Object.keys(template.pinData ?? {})));
	});

	test('holds no secret and no id of a stored credential', () => {
		for (const credential of ours.flatMap(({ credentials = {} }) => Object.values(credentials))) {
			expect(credential).toEqual({ id: null, name: expect.stringMatching(/^Phrase .* account$/) as string });
		}
	});
});
