import { catalogueOf } from '../../../core/catalogue/catalogue';
import { inNotation } from '../../../core/catalogue/inNotation';
import { parseType } from '../../../core/catalogue/notation';
import { parametersOf } from '../../../core/catalogue/parameters';
import { answerKindOf, chosenEndpoint, referenceTo } from '../../../core/catalogue/reference';

const PRODUCTS = ['tms', 'languageAi'] as const;

const endpointsOf = (product: (typeof PRODUCTS)[number]) =>
	catalogueOf(product).entries.map((entry) => catalogueOf(product).endpoint(entry));

describe.each(PRODUCTS)('each endpoint of %s', (product) => {
	const catalogue = catalogueOf(product);

	test('has no two parameters of one name', () => {
		const twice = endpointsOf(product).flatMap((endpoint) => {
			const names = parametersOf(endpoint, catalogue).map(({ name }) => name);
			return names
				.filter((name, index) => names.indexOf(name) !== index)
				.map((name) => `${endpoint.id}: ${name}`);
		});
		expect(twice).toEqual([]);
	});

	test('is found by what refers to it', () => {
		for (const endpoint of endpointsOf(product)) {
			expect(chosenEndpoint(catalogue, referenceTo(endpoint))).toEqual({
				endpoint,
				isKnown: true,
				inPath: {},
				search: '',
			});
		}
	});
});

test('a reference says how an endpoint answers', () => {
	const kinds = ['listProjects', 'exportV2', 'downloadAnalyse', 'getProject', 'listAutomatedProjects'].map(
		(id) => {
			const endpoint = endpointsOf('tms').find((one) => one.id === id);
			return endpoint && [referenceTo(endpoint).split('#')[1], answerKindOf({ endpoint, isKnown: true })];
		},
	);
	expect(kinds).toEqual([
		['list', 'list'],
		['work', 'work'],
		['file', 'file'],
		['one', 'one'],
		[undefined, 'unknown'],
	]);
});

test('what stands in a path that was typed by hand is told from its parameters', () => {
	expect(chosenEndpoint(catalogueOf('tms'), ' GET  /api2/v1/projects/a%20b?x=1#one ')).toMatchObject({
		endpoint: { id: 'getProject' },
		inPath: { projectUid: 'a b' },
		search: 'x=1',
	});
	expect(chosenEndpoint(catalogueOf('tms'), 'PATCH /api2/v9/x/{id}')).toMatchObject({
		isKnown: false,
		endpoint: { method: 'PATCH', open: true, pathMembers: [{ name: 'id', required: true }] },
	});
	expect(chosenEndpoint(catalogueOf('tms'), 'projects')).toBeUndefined();
});

test.each([
	'string(..255)',
	'integer(1..15)',
	'number',
	'(NEW|COMPLETED)',
	'UidReference[1..100]',
	'date-time',
	'boolean',
])('%s is written as it is read', (text) => {
	expect(inNotation(parseType(text))).toBe(text);
});
