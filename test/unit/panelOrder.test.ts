import type { INodeProperties } from 'n8n-workflow';
import { toggle } from '../../core/fields/choice';
import type { Fields } from '../../core/fields/field';
import { many } from '../../core/endings/many';
import { GET } from '../../core/http/request';
import { describe as describeResources } from '../../core/operation/describe';
import { defineOperation, type Resources } from '../../core/operation/operation';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../../nodes/PhraseTms/resources';

/** Names of the parameters that belong to an operation, as its panel shows them. */
function shownNames(properties: INodeProperties[], resource: string, operation: string): string[] {
	return properties
		.filter(({ displayOptions }) => {
			const { resource: resources, operation: operations, '@tool': tool } = displayOptions?.show ?? {};
			const isForWorkflows = tool?.includes(false) ?? true;
			return (
				isForWorkflows && resources?.includes(resource) === true && operations?.includes(operation) === true
			);
		})
		.map(({ name }) => name);
}

/** What comes after the operation's own parameters, and in which order. */
const LAST = ['returnAll', 'limit', 'simplify', 'filters', 'additionalFields', 'updateFields', 'options'];

/** Whether a default leaves the user something to give. */
function isEmpty(initially: INodeProperties['default']): boolean {
	return ['', '[]', JSON.stringify({ mode: 'list', value: '' })].includes(
		typeof initially === 'string' ? initially : JSON.stringify(initially),
	);
}

describe.each([
	{ node: 'Phrase TMS', resources: tms },
	{ node: 'Phrase Language AI', resources: languageAi },
])('the panel of $node', ({ resources }) => {
	const properties = describeResources(resources, Object.keys(resources)[0] ?? '');
	const operations = Object.entries(resources).flatMap(([resource, { operations: all }]) =>
		Object.entries(all).map(([name, { fields }]) => ({ resource, name, fields })),
	);

	it.each(operations)('of $resource: $name is in the order it declares', ({ resource, name, fields }) => {
		expect(shownNames(properties, resource, name)).toEqual([...Object.keys(fields), 'options']);
	});

	it.each(operations)('of $resource: $name ends with lists, filters and options', ({ resource, name }) => {
		const shown = shownNames(properties, resource, name);
		const first = shown.findIndex((each) => LAST.includes(each));
		expect(shown.slice(first)).toEqual(LAST.filter((each) => shown.includes(each)));
	});

	it.each(operations)('of $resource: $name asks first for what it needs', ({ fields }) => {
		const needed = Object.values(fields).map(
			({ property, show }) => property.required === true && !show && isEmpty(property.default),
		);
		expect(needed).toEqual([...needed].sort((a, b) => Number(b) - Number(a)));
	});
});

function listing(fields: Fields) {
	return defineOperation(
		{ name: 'List', action: 'List things', description: 'List things', fields },
		{ request: () => GET`/things`, ends: many({ simple: ['uid'] }) },
	);
}

it('parameters that operations name in different orders keep both orders', () => {
	const labels = (displayName: string) => ({ displayName, description: `The ${displayName}` });
	const [a, b, c] = [toggle(labels('A')), toggle(labels('B')), toggle(labels('C'))];
	const resources: Resources = {
		thing: {
			name: 'Thing',
			defaultOperation: 'one',
			operations: { one: listing({ a, b, c }), two: listing({ c, b, a }), three: listing({ a, c }) },
		},
	};
	const properties = describeResources(resources, 'thing');
	const tail = ['returnAll', 'limit', 'simplify', 'options'];
	expect(shownNames(properties, 'thing', 'one')).toEqual(['a', 'b', 'c', ...tail]);
	expect(shownNames(properties, 'thing', 'two')).toEqual(['c', 'b', 'a', ...tail]);
	expect(shownNames(properties, 'thing', 'three')).toEqual(['a', 'c', ...tail]);
});
