import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Themed } from 'n8n-workflow';
import { choices, everyProperty } from '../support/everyProperty';
import { objectionsToTexts } from '../support/nodeTexts';
import { operationsOf } from '../../scripts/operationsTable';
import { credentials, nodes, ROOT, type Shipped } from '../support/shipped';

/** What n8n accepts in a codex file's `categories`. */
const CATEGORIES = [
	'Analytics',
	'Communication',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing & Content',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const shippedNodes = nodes().map(({ source, instance }) => ({
	source,
	name: instance.description.name,
	description: instance.description,
}));
const shippedCredentials = credentials();
const actionNodes = shippedNodes.filter(({ description }) => !description.group.includes('trigger'));

/** Files of an icon, relative to the root. */
function iconFiles({
	source,
	icon,
}: {
	source: string;
	icon: Themed<string> | string | undefined;
}): string[] {
	if (icon === undefined) return [];
	const files = typeof icon === 'string' ? [icon] : [icon.light, icon.dark];
	return files.map((file) => join(dirname(source), file.replace(/^file:/, '')));
}

/** Whether a condition of a parameter is a regular expression. */
function isMatching(condition: unknown): boolean {
	return typeof condition === 'object' && condition !== null && '_cnd' in condition;
}

describe.each(shippedNodes)('the description of $name', ({ source, description }) => {
	const properties = everyProperty(description.properties);

	it('words its parameters as n8n wants them', () => {
		expect(objectionsToTexts(description)).toEqual([]);
	});

	it('explains every parameter but the ones everybody knows from n8n', () => {
		const unexplained = properties.filter(
			({ property }) =>
				!property.description &&
				!['resource', 'operation'].includes(property.name) &&
				!['notice', 'collection', 'hidden'].includes(property.type),
		);
		expect(unexplained.map(({ path }) => path)).toEqual([]);
	});

	it('explains every choice that a name alone does not', () => {
		const unexplained = properties
			.filter(({ property }) => property.name === 'operation')
			.flatMap(({ property }) => choices(property).filter((choice) => !choice.description));
		expect(unexplained).toEqual([]);
	});

	it('has no check of n8n, which readings of parameters leave out', () => {
		const checked = properties.filter(({ property }) => property.validateType !== undefined);
		expect(checked.map(({ path }) => path)).toEqual([]);
	});

	it('gives every parameter a default', () => {
		const without = properties.filter(({ property }) => (property.default as unknown) === undefined);
		expect(without.map(({ path }) => path)).toEqual([]);
	});

	it('starts each list of choices at one of its choices', () => {
		const lost = properties.filter(
			({ property }) =>
				property.type === 'options' &&
				choices(property).length > 0 &&
				!choices(property).some(({ value }) => value === property.default),
		);
		expect(lost.map(({ path }) => path)).toEqual([]);
	});

	it('lets every entity be picked from a list or given by its ID', () => {
		const modes = properties
			.filter(({ property }) => property.type === 'resourceLocator')
			.map(({ path, property }) => ({ path, modes: property.modes ?? [], default: property.default }));
		for (const locator of modes) {
			expect(locator).toMatchObject({
				default: {
					mode: expect.stringMatching(/^(list|id)$/),
					value: expect.stringMatching(/^$|^=\{\{ \$json\.\w+ \}\}$/),
				},
				modes: expect.arrayContaining([
					expect.objectContaining({ name: 'list' }),
					expect.objectContaining({ name: 'id' }),
				]),
			});
		}
	});

	it('fills every list, and has no lookup that no list asks for', () => {
		const searched = properties.flatMap(({ property }) =>
			(property.modes ?? []).flatMap((mode) => mode.typeOptions?.searchListMethod ?? []),
		);
		const loaded = properties.flatMap(({ property }) => property.typeOptions?.loadOptionsMethod ?? []);
		const mapped = properties.flatMap(
			({ property }) => property.typeOptions?.resourceMapper?.resourceMapperMethod ?? [],
		);
		const {
			listSearch = {},
			loadOptions = {},
			resourceMapping = {},
		} = nodes().find((shipped) => shipped.source === source)?.instance.methods ?? {};
		expect(Object.keys(listSearch).sort()).toEqual([...new Set(searched)].sort());
		expect(Object.keys(loadOptions).sort()).toEqual([...new Set(loaded)].sort());
		expect(Object.keys(resourceMapping).sort()).toEqual([...new Set(mapped)].sort());
	});

	it('shows each parameter for values that exist', () => {
		const lost: string[] = [];
		for (const { path, property } of properties) {
			for (const [name, values] of Object.entries(property.displayOptions?.show ?? {})) {
				if (name.startsWith('@') || values === undefined) continue;
				const asked = properties.filter((other) => other.property.name === name.replace(/^\//, ''));
				const known = asked.flatMap((other) =>
					other.property.type === 'boolean'
						? [true, false]
						: choices(other.property).map(({ value }) => value),
				);
				// What a locator holds, only a regular expression can say.
				const isLocator = asked.some((other) => other.property.type === 'resourceLocator');
				const missing = values.filter(
					(value) => !(isLocator && isMatching(value)) && !known.some((choice) => choice === value),
				);
				if (missing.length > 0) lost.push(`${path}: ${name} is never ${JSON.stringify(missing)}`);
			}
		}
		expect(lost).toEqual([]);
	});

	it('shows no two parameters of one name at the same time', () => {
		const resources = properties.find(({ property }) => property.name === 'resource');
		for (const resource of resources ? choices(resources.property) : []) {
			for (const operation of operationsOf(description).filter((each) => each.resource === resource.value)) {
				const shown = description.properties.filter(({ displayOptions }) => {
					const { resource: forResources, operation: forOperations, ...rest } = displayOptions?.show ?? {};
					return (
						Object.keys(rest).length === 0 &&
						(forResources?.includes(resource.value) ?? true) &&
						(forOperations?.includes(operation.operation) ?? true)
					);
				});
				const names = shown.map(({ name }) => name);
				expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
			}
		}
	});

	/**
	 * The editor shows no parameter that only chooses a credential: `authentication`, or one of whose choices each has
	 * a credential. What depends on it is hidden with it (n8n's `getMainAuthField`).
	 */
	it('lets the editor hide nothing but how to sign in', () => {
		const shows = (description.credentials ?? []).map(({ displayOptions }) => displayOptions?.show ?? {});
		const onlyChooses = description.properties.filter(
			(property) =>
				shows.some((show) => property.name in show) &&
				choices(property).every(({ value }) => shows.some((show) => show[property.name]?.includes(value))),
		);
		expect(onlyChooses.map(({ name }) => name).filter((name) => name !== 'authentication')).toEqual([]);
		const hidden = properties.filter(({ property: { displayOptions } }) =>
			Object.keys({ ...displayOptions?.show, ...displayOptions?.hide }).some((name) =>
				/^\/?authentication$/.test(name),
			),
		);
		expect(hidden.map(({ path }) => path)).toEqual([]);
	});

	it('uses credential types of this package', () => {
		const known = shippedCredentials.map(({ instance }) => instance.name);
		expect(known).toEqual(expect.arrayContaining((description.credentials ?? []).map(({ name }) => name)));
	});

	it('has light and dark icons that exist, square', () => {
		const files = iconFiles({ source, icon: description.icon });
		expect(new Set(files).size).toBe(2);
		for (const file of files) {
			expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(/<svg [^>]*viewBox="0 0 60 60"/);
		}
	});

	it('has a codex file that belongs to it', () => {
		const codex = JSON.parse(readFileSync(join(ROOT, source.replace(/\.ts$/, '.json')), 'utf8')) as {
			node: string;
			nodeVersion: string;
			categories: string[];
		};
		expect(codex.node).toBe(`n8n-nodes-phrase.${description.name}`);
		expect(Number(codex.nodeVersion)).toBe([description.version].flat().at(-1));
		expect(CATEGORIES).toEqual(expect.arrayContaining(codex.categories));
	});
});

describe.each(actionNodes)('the operations of $name', ({ description }) => {
	const all = operationsOf(description);

	it('have actions of their own, in at most six words', () => {
		const actions = all.map(({ action }) => action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
		expect(actions.filter((action) => !/^[A-Z][^\s]*( \S+){1,5}$/.test(action))).toEqual([]);
	});

	it('can be used by an AI agent', () => {
		expect(description.usableAsTool).toBe(true);
	});
});

describe('credential types', () => {
	it.each(shippedCredentials.map(({ instance, source }) => ({ name: instance.name, source, instance })))(
		'$name has its icons and its documentation',
		({ source, instance }: Shipped<(typeof shippedCredentials)[number]['instance']>) => {
			const icons = iconFiles({ source, icon: instance.icon });
			expect(icons).toHaveLength(2);
			expect(icons.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
			expect(instance.documentationUrl).toMatch(/^https:\/\//);
		},
	);

	it('hide what is secret', () => {
		const shown = shippedCredentials.flatMap(({ instance }) =>
			everyProperty(instance.properties).filter(
				({ property }) =>
					/token|password|secret/i.test(property.name) &&
					property.type === 'string' &&
					property.typeOptions?.password !== true,
			),
		);
		expect(shown.map(({ path }) => path)).toEqual([]);
	});
});
