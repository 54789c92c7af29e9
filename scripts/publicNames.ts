import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';

/**
 * What saved workflows and credentials hold of this package. `<node>@<version> <resource>/<operation>`, or
 * `<node>@<version>` where it has no operations, or `<credential type>`: the parameters, by their paths, with the values
 * that they offer.
 */
export type PublicNames = Record<string, Record<string, string[]>>;

/** The public names of the package as it is. */
export function publicNames(nodes: INodeType[], credentials: ICredentialType[]): PublicNames {
	const names: PublicNames = {};
	for (const { description } of nodes) {
		const { properties } = description;
		for (const version of [description.version].flat()) {
			const node = `${description.name}@${version}`;
			const resources = properties.filter(({ name }) => name === 'resource').flatMap(valuesOf);
			if (resources.length === 0) names[node] = parametersOf(properties);
			for (const resource of resources) {
				const ofResource = shownFor(properties, 'resource', resource);
				const operations = ofResource.filter(({ name }) => name === 'operation').flatMap(valuesOf);
				for (const operation of new Set(operations)) {
					const parameters = shownFor(ofResource, 'operation', operation).filter(
						({ name }) => name !== 'resource' && name !== 'operation',
					);
					names[`${node} ${resource}/${operation}`] = parametersOf(parameters);
				}
			}
		}
	}
	for (const { name, properties } of credentials) names[name] = parametersOf(properties);
	return names;
}

/**
 * What later versions lack of what an earlier one had, a line each. A node that has no such version any more lacks all
 * of it: who saved a workflow with it needs it.
 */
export function missingNames(earlier: PublicNames, now: PublicNames): string[] {
	return Object.entries(earlier).flatMap(([what, parameters]) => {
		const found = now[what];
		if (found === undefined) return [what];
		return Object.entries(parameters).flatMap(([parameter, values]) => {
			const offered = found[parameter];
			if (offered === undefined) return [`${what}: ${parameter}`];
			return values
				.filter((value) => !offered.includes(value))
				.map((value) => `${what}: ${parameter}: ${value}`);
		});
	});
}

function shownFor(properties: INodeProperties[], by: string, value: string): INodeProperties[] {
	return properties.filter(({ displayOptions }) => displayOptions?.show?.[by]?.includes(value) ?? true);
}

/** Parameters by their paths; what is inside of a collection follows on a dot. Fields of one name are one. */
function parametersOf(properties: INodeProperties[], path = ''): Record<string, string[]> {
	const parameters: Record<string, string[]> = {};
	const add = (name: string, values: string[]) => {
		parameters[name] = [...new Set([...(parameters[name] ?? []), ...values])].sort();
	};
	for (const property of properties) {
		if (property.type === 'notice') continue;
		const name = `${path}${property.name}`;
		add(name, valuesOf(property));
		for (const option of property.options ?? []) {
			const inside =
				'values' in option
					? parametersOf(option.values, `${name}.${option.name}.`)
					: 'displayName' in option && 'type' in option
						? parametersOf([option], `${name}.`)
						: {};
			for (const [one, values] of Object.entries(inside)) add(one, values);
		}
	}
	return parameters;
}

/** The values of a choice. */
function valuesOf({ options = [] }: INodeProperties): string[] {
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}
