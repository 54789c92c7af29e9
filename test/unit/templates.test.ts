import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NodeHelpers, type INode, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';
import { PhraseCallbackTrigger } from '../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import { readTemplate, TEMPLATES, type TemplateName } from '../../n8n/templates';
import { choices, everyProperty } from '../support/everyProperty';
import { TEMPLATE_RUNS } from '../e2e/support/templateRuns';

const WORKFLOWS = resolve(__dirname, '..', '..', 'workflows');

const PREFIX = 'n8n-nodes-phrase.';

const DESCRIPTIONS: Record<string, INodeTypeDescription> = {
	[`${PREFIX}phraseCallbackTrigger`]: new PhraseCallbackTrigger().description,
	[`${PREFIX}phraseLanguageAi`]: new PhraseLanguageAi().description,
	[`${PREFIX}phraseTms`]: new PhraseTms().description,
	[`${PREFIX}phraseTmsTrigger`]: new PhraseTmsTrigger().description,
};

/** What n8n adds to a node that it offers to AI agents. */
const OF_TOOLS: INodeProperties[] = ['descriptionType', 'toolDescription'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

/** The description of a node, or of the tool that n8n makes of it. */
function descriptionOf({ type }: INode): INodeTypeDescription {
	const own = DESCRIPTIONS[type.replace(/Tool$/, '')];
	if (own === undefined) throw new Error(`There is no node type ${type}`);
	if (!type.endsWith('Tool')) return own;
	return { ...own, name: `${own.name}Tool`, properties: [...OF_TOOLS, ...own.properties] };
}

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

/**
 * Nodes that name another one, and why: what they ask for is not in their items. Someone who drags it in n8n gets the
 * same expression.
 */
const NAMING: Partial<Record<TemplateName, string[]>> = {
	// No item comes of jobs that are not there.
	allLanguagesInOneDelivery: ['Download the target files'],
	// An analysis is of jobs, and n8n puts the answer in the place of the items.
	analysisQuoteApproval: ['Create the quote', 'Assign as the template says'],
	// What Language AI puts out is the translation, and people get the source.
	languageAi: ['Create a job for people'],
	// Found jobs do not hold the text that is to become theirs.
	sourceChanged: ['Update the source of the jobs', 'Create jobs from the text'],
};

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** Pixels that a node takes on the canvas, with the name below it. */
const NODE = { width: 96, height: 140 };

/** An agent is wider: its name is beside its icon. */
const AGENT = { type: '@n8n/n8n-nodes-langchain.agent', width: 224, height: 140 };

/** Pixels beside a node at which a connection that comes from its right goes down to it. */
const DETOUR = 48;

/** A rectangle on the canvas. */
interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ name, type, position: [left, top], parameters }: INode): Box {
	const { width, height } = type === STICKY_NOTE ? parameters : type === AGENT.type ? AGENT : NODE;
	return { name, left, top, right: left + Number(width), bottom: top + Number(height) };
}

/** Whether two boxes have a point in common. */
function touch(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether a box is within another one. */
function isWithin(inner: Box, outer: Box): boolean {
	return (
		inner.left >= outer.left &&
		inner.right <= outer.right &&
		inner.top >= outer.top &&
		inner.bottom <= outer.bottom
	);
}

/** Those of some boxes that touch another one of them. */
function touching(boxes: Box[]): string[] {
	return boxes
		.filter((box) => boxes.some((other) => other !== box && touch(box, other)))
		.map(({ name }) => name);
}

/** The expressions in the parameters of a node. */
function expressionsOf({ parameters }: INode): string[] {
	return JSON.stringify(parameters).match(/"=(?:[^"\\]|\\.)*"/g) ?? [];
}

test('each file of the folder is a template, and each template is run by a test', () => {
	const files = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' });
	const workflows = files.filter((file) => file.endsWith('.json')).map((file) => file.replaceAll('\\', '/'));
	expect(workflows.sort()).toEqual(Object.values(TEMPLATES).sort());
	expect(Object.keys(TEMPLATE_RUNS).sort()).toEqual(Object.keys(TEMPLATES).sort());
});

test('the table of the folder names each template', () => {
	const readme = readFileSync(join(WORKFLOWS, 'README.md'), 'utf8');
	const missing = Object.values(TEMPLATES).filter((file) => !readme.includes(`](${file})`));
	expect(missing).toEqual([]);
});

/** What panels call their fields, and the choices in them. */
const PANEL_WORDS = new Set(
	Object.values(DESCRIPTIONS)
		.flatMap(({ properties }) => everyProperty(properties))
		.flatMap(({ property }) => [property.displayName, ...choices(property).map(({ name }) => name)]),
);

/** Names without what panels add to them: `Due Within` of `Due Within (Hours)`, and no field of its own. */
const SHORTENED = [...PANEL_WORDS]
	.flatMap((name) => /^(.+) (Names or IDs|Name or ID|\(.+\))$/.exec(name)?.[1] ?? [])
	.flatMap((name) => [name, `${name}s`])
	.filter((name) => !PANEL_WORDS.has(name));

test('the table of the folder calls fields as panels do', () => {
	const readme = readFileSync(join(WORKFLOWS, 'README.md'), 'utf8');
	const rows = readme.split('\n').filter((line) => line.startsWith('|'));
	const names = [...rows.join('\n').matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, name = '']) => name.split(' > '));
	expect(names).not.toHaveLength(0);
	expect(names.filter((name) => !PANEL_WORDS.has(name))).toEqual([]);
});

describe.each(Object.keys(TEMPLATES) as TemplateName[])('the workflow template %s', (name) => {
	const template = readTemplate(name);
	const ours = template.nodes.filter(({ type }) => type.startsWith(PREFIX));
	const notes = template.nodes.filter(({ type }) => type === STICKY_NOTE);
	const nodes = template.nodes.filter(({ type }) => type !== STICKY_NOTE);

	test('has a name, few nodes of Phrase, and names of their own for all', () => {
		expect(template.name).toMatch(/^[A-Z].{10,70}$/);
		expect(ours.length).toBeLessThanOrEqual(6);
		expect(new Set(template.nodes.map((node) => node.name)).size).toBe(template.nodes.length);
		expect(new Set(template.nodes.map(({ id }) => id)).size).toBe(template.nodes.length);
		expect(ours).not.toHaveLength(0);
	});

	test('says in notes what it does, what to change, and in which order', () => {
		const [about, ...steps] = notes.map(({ parameters }) => String(parameters.content));
		expect(about).toMatch(/^## .+\n[\s\S]+\n1\. /);
		expect(steps.map((text) => /^### (\d+)[a-z]?\. /.exec(text)?.[1])).toEqual(
			steps.map(() => expect.stringMatching(/^\d+$/) as string),
		);
		const changes = steps.flatMap((text) => text.split('**Change:**').slice(1));
		expect(changes).not.toHaveLength(0);
		const named = changes.flatMap((text) => text.split(/, (?:and )?| and |[;.]/)).map((one) => one.trim());
		expect(named.filter((one) => SHORTENED.includes(one))).toEqual([]);
	});

	test('is laid out so that nothing covers anything: each node is in one note, beneath its text', () => {
		const frames = notes.map(boxOf);
		expect(touching(frames)).toEqual([]);
		expect(touching(nodes.map(boxOf))).toEqual([]);
		const around = nodes.map(boxOf).map((box) => ({
			name: box.name,
			within: frames.filter((frame) => isWithin(box, frame)).length,
			touched: frames.filter((frame) => touch(box, frame)).length,
		}));
		expect(around).toEqual(nodes.map((node) => ({ name: node.name, within: 1, touched: 1 })));
	});

	test('has no text behind a connection that goes back to the left', () => {
		const place = new Map(nodes.map((node) => [node.name, node.position]));
		const entered = Object.entries(template.connections).flatMap(([from, { main = [] }]) =>
			main.flatMap((list) => list ?? []).map(({ node }) => ({ from: place.get(from), to: place.get(node) })),
		);
		const behind = entered.flatMap(({ from = [0, 0], to = [0, 0] }) => {
			const [left, bottom] = [to[0] - DETOUR, to[1]];
			if (from[0] < left) return [];
			return notes
				.map(boxOf)
				.filter((note) => note.left < left && left < note.right && from[1] < note.top && note.top < bottom);
		});
		expect(behind.map((note) => note.name)).toEqual([]);
	});

	test('has no connection that leads nowhere, and no node that nothing leads to', () => {
		const known = new Set(nodes.map((node) => node.name));
		const ends = Object.entries(template.connections).flatMap(([from, outputs]) =>
			Object.values(outputs).flatMap((lists) =>
				lists.flatMap((list) => (list ?? []).map(({ node }) => [from, node])),
			),
		);
		expect(ends.flat().filter((end) => !known.has(end))).toEqual([]);
		const connected = new Set(ends.flat());
		expect([...known].filter((one) => !connected.has(one))).toEqual([]);
	});

	test.each(ours.map((node) => [node.name, node] as const))(
		'has only parameters that exist, and all that are required: %s',
		(_name, node) => {
			const description = descriptionOf(node);
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

	test('names another node only where the item does not hold what the next one asks for', () => {
		const naming = ours.filter((node) => expressionsOf(node).some((text) => text.includes('$(')));
		expect(naming.map((node) => node.name)).toEqual(NAMING[name] ?? []);
	});

	test('has pinned data for its trigger only', () => {
		const triggers = ours.filter(({ type }) => type.endsWith('Trigger')).map((node) => node.name);
		expect(triggers).toEqual(expect.arrayContaining(Object.keys(template.pinData ?? {})));
	});

	test('holds no secret and no id of a stored credential', () => {
		for (const credential of nodes.flatMap(({ credentials = {} }) => Object.values(credentials))) {
			expect(credential).toEqual({
				id: null,
				name: expect.stringMatching(/^(Phrase|OpenAI) .*account$/) as string,
			});
		}
	});
});
