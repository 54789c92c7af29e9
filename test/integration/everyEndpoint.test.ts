import type { IDataObject } from 'n8n-workflow';
import { catalogueOf } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import { exampleOf } from '../../core/catalogue/example';
import { parametersOf, type Parameter } from '../../core/catalogue/parameters';
import { callOf } from '../../core/catalogue/reference';
import type { Type } from '../../core/catalogue/types';
import { asRecord } from '../../core/http/read';
import { storeBinary } from '../../n8n/inProcess';
import { runLanguageAi } from '../support/languageAi';
import { runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const PRODUCTS = [
	{ product: 'tms', run: runTms },
	{ product: 'languageAi', run: runLanguageAi },
] as const;

/** One call of an endpoint. */
interface Call {
	endpoint: Endpoint;
	parameters: IDataObject;
}

describe.each(PRODUCTS)('each endpoint of $product', ({ product, run }) => {
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

	/** What a parameter may be. */
	function valueOf({ to, type }: Parameter): unknown {
		if (to.kind === 'bytes' || to.kind === 'part') return 'data';
		return exampleOf(type, catalogue);
	}

	/** Parameters that an endpoint takes. */
	function valid(endpoint: Endpoint): IDataObject {
		const parameters = parametersOf(endpoint, catalogue).filter(({ required }) => required);
		return Object.fromEntries(
			parameters.map((parameter) => [parameter.name, valueOf(parameter)]),
		) as IDataObject;
	}

	test('refuses a mistake before it sends anything, and names the parameter', async () => {
		const calls = endpoints.map((endpoint, index) => ({ endpoint, mistake: mistakeIn(endpoint, index) }));
		const outcomes = await made(
			calls.map(({ endpoint, mistake }) => ({
				endpoint,
				parameters: { ...valid(endpoint), ...mistake.given },
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
