import type { IDataObject } from 'n8n-workflow';
import { catalogueOf } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import { exampleOf, type ExampleMembers } from '../../core/catalogue/example';
import { parametersOf, type Parameter } from '../../core/catalogue/parameters';
import { callOf } from '../../core/catalogue/reference';
import type { Type } from '../../core/catalogue/types';
import { asRecord, asText } from '../../core/http/read';
import { storeBinary } from '../../n8n/inProcess';
import { runLanguageAi } from '../support/languageAi';
import { runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const PRODUCTS = [
	{ product: 'tms', run: runTms, leastAnswered: 400 },
	{ product: 'languageAi', run: runLanguageAi, leastAnswered: 2 },
] as const;

/** One call of an endpoint. */
interface Call {
	endpoint: Endpoint;
	parameters: IDataObject;
}

const unversioned = (path: string) => path.replace(/\/v\d+\//, '/');

/** The path before an id in it, the first one when no other is named. */
const collectionOf = (path: string, name = '') => unversioned(path).split(`/{${name}`)[0] ?? '';

const isDeleting = ({ method, once }: Endpoint) => method === 'DELETE' || once;

const hasFailed = (json: IDataObject | undefined) => asRecord(json?.error).message !== undefined;

describe.each(PRODUCTS)('each endpoint of $product', ({ product, run, leastAnswered }) => {
	const catalogue = catalogueOf(product);
	const endpoints = catalogue.entries.map((entry) => catalogue.endpoint(entry));

	/** Makes calls through the node, one item each, and gives what came of each. */
	async function made(calls: Call[]): Promise<IDataObject[][]> {
		const data = await storeBinary(Buffer.from('One. Two.'), { fileName: 'guide.txt' });
		const { items } = await run(
			sandbox,
			{
				resource: 'api',
				operation: 'call',
				endpoint: { __rl: true, mode: 'id', value: '={{ $json.endpoint }}' },
				parameterInput: 'json',
				jsonParameters: '={{ $json.parameters }}',
				waitForCompletion: false,
				options: { parallelRequests: 20 },
			},
			{
				items: calls.map(({ endpoint, parameters }) => ({
					json: { endpoint: callOf(endpoint), parameters },
					binary: { data },
				})),
				continueOnFail: true,
			},
		);
		return calls.map((_, index) =>
			items
				.filter(({ pairedItem }) => JSON.stringify(pairedItem) === JSON.stringify({ item: index }))
				.map(({ json }) => json),
		);
	}

	/** Ids of things that there are, by the path below which they are. */
	let ids: ReadonlyMap<string, string>;

	/** Has the endpoints that create things make one of each. */
	async function createdIds(): Promise<Map<string, string>> {
		const collections = endpoints.filter(
			({ method, path }) =>
				method === 'POST' && endpoints.some((other) => collectionOf(other.path) === unversioned(path)),
		);
		const answers = await made(
			collections.map((endpoint) => ({ endpoint, parameters: valid(endpoint, 'required') })),
		);
		return new Map(
			collections.flatMap(({ path }, index) => {
				const id = asText(answers[index]?.[0]?.uid) ?? asText(answers[index]?.[0]?.id);
				return id === undefined ? [] : [[unversioned(path), id] as const];
			}),
		);
	}

	/** What a parameter may be. */
	function valueOf({ path }: Endpoint, { name, to, type }: Parameter): unknown {
		if (to.kind === 'bytes' || to.kind === 'part') return 'data';
		const known = to.kind === 'path' ? (seeded(name) ?? ids.get(collectionOf(path, name))) : undefined;
		return known ?? exampleOf(type, catalogue);
	}

	/** Ids that every sandbox has, by the names of parameters. */
	function seeded(name: string): string | undefined {
		const { project, connector, transMemory } = sandbox.seed;
		return new Map([
			['projectUid', project.uid],
			['jobUid', project.jobUid],
			['jobPartUid', project.jobUid],
			['transMemoryUid', transMemory.uid],
			['connectorId', connector.id],
			['folder', connector.files.guide.folder],
			['file', connector.files.guide.encodedName],
		]).get(name);
	}

	/** Parameters that an endpoint takes: those that have to be there, or all. */
	function valid(endpoint: Endpoint, which: ExampleMembers): IDataObject {
		const parameters = parametersOf(endpoint, catalogue).filter(
			({ to, required }) =>
				to.kind !== 'body' &&
				!to.kind.startsWith('whole') &&
				(required || which === 'all' || to.kind === 'bytes'),
		);
		const given = Object.fromEntries(
			parameters.map((parameter) => [parameter.name, valueOf(endpoint, parameter)]),
		);
		return { ...bodyOf(endpoint, which), ...given } as IDataObject;
	}

	/** The members of a body in JSON, unless it may be a file as well. */
	function bodyOf({ body }: Endpoint, which: ExampleMembers): object {
		const [type, other] = body?.types ?? [];
		if (type === undefined || type.kind === 'file' || other !== undefined) return {};
		return exampleOf(type, catalogue, which) as object;
	}

	test.each(['required', 'all'] as const)(
		'takes the parameters of an example, %s, and Phrase finds nothing wrong with them',
		async (which) => {
			ids = new Map();
			ids = await createdIds();
			// What is deleted is not there for the others.
			const inOrder = [...endpoints].sort((a, b) => Number(isDeleting(a)) - Number(isDeleting(b)));
			const calls = inOrder.map((endpoint) => ({ endpoint, parameters: valid(endpoint, which) }));
			const outcomes = await made(calls);
			const refused = outcomes.flatMap((items, index) => {
				const { message } = asRecord(items[0]?.error);
				return /'(Parameters|Endpoint)'/.test(String(message))
					? [`${calls[index]?.endpoint.id}: ${String(message)}`]
					: [];
			});
			expect(refused).toEqual([]);
			// The others are about things that the sandbox does not have, or not any more.
			expect(outcomes.filter(([first]) => !hasFailed(first)).length).toBeGreaterThanOrEqual(leastAnswered);
			const called = new Set(sandbox.requests().map(({ operationId }) => operationId));
			expect(endpoints.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
		},
	);

	test('refuses a mistake before it sends anything, and names the parameter', async () => {
		ids = new Map();
		const calls = endpoints.map((endpoint, index) => ({ endpoint, mistake: mistakeIn(endpoint, index) }));
		const outcomes = await made(
			calls.map(({ endpoint, mistake }) => ({
				endpoint,
				parameters: { ...valid(endpoint, 'required'), ...mistake.given },
			})),
		);
		const unnamed = outcomes.flatMap((items, index) => {
			const { endpoint, mistake } = calls[index] ?? {};
			const { message } = asRecord(items[0]?.error);
			return new RegExp(`'Parameters'(, at|:) '${mistake?.name}`).test(String(message))
				? []
				: [`${endpoint?.id}, ${JSON.stringify(mistake)}: ${String(message)}`];
		});
		expect(unnamed).toEqual([]);
		expect(sandbox.requests()).toEqual([]);
	});

	/** Something wrong with one of the parameters, another one for each endpoint. */
	function mistakeIn(endpoint: Endpoint, seed: number): { name: string; given: IDataObject } {
		const mistakes = parametersOf(endpoint, catalogue)
			.filter(({ to }) => to.kind !== 'wholeBody')
			.flatMap((parameter) => {
				const isFile = parameter.to.kind === 'bytes' || parameter.to.kind === 'part';
				const wrong = parameter.required ? null : isFile ? { text: 'x' } : wrongFor(parameter.type);
				return wrong === undefined ? [] : [{ name: parameter.name, given: { [parameter.name]: wrong } }];
			});
		if (!endpoint.open) mistakes.push({ name: 'nonsense', given: { nonsense: 1 } });
		return mistakes[seed % mistakes.length] ?? { name: '', given: {} };
	}

	/** A value that a type does not allow; undefined when it allows everything that is no file. */
	function wrongFor(type: Type): IDataObject[string] | undefined {
		switch (type.kind) {
			case 'string':
				return type.format === 'date-time' ? 'tomorrow' : { text: 'x' };
			case 'integer':
			case 'number':
				return type.max === undefined ? 'many' : type.max + 1;
			case 'boolean':
				return 'perhaps';
			case 'choice':
				return 'NONSENSE';
			case 'list':
				return [wrongFor(type.of) ?? 'x'];
			case 'named': {
				const definition = catalogue.definition(type.name);
				return definition.kind === 'alias' ? wrongFor(definition.type) : { nonsense: 1 };
			}
			case 'object':
				return 'text';
			case 'page':
			case 'file':
				return undefined;
		}
	}
});
