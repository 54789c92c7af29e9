import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Entry } from '../../core/catalogue/endpoint';
import type { Definition, Member, Type } from '../../core/catalogue/types';

/**
 * Looks for what no catalogue may hold. That is: names that are not defined or not used, calls and operation
 * ids that are there twice, defaults that are not among the choices. Also: parameters of one endpoint that
 * share a name.
 * @param typeNames names of all types that it defines
 * @returns one line for each problem
 */
export function findProblems(catalogue: Catalogue, typeNames: readonly string[]): string[] {
	const used = new Set<string>();
	const problems: string[] = [];
	const note = (where: string, what: string) => void problems.push(`${where}: ${what}`);

	const visitType = (type: Type, where: string): void => {
		if (type.kind === 'list' || type.kind === 'page') visitType(type.of, where);
		if (type.kind === 'choice' && new Set(type.values).size < type.values.length)
			note(where, 'a choice twice');
		if (type.kind !== 'named' || used.has(type.name)) return;
		used.add(type.name);
		if (typeNames.includes(type.name)) visitDefinition(catalogue.definition(type.name), type.name);
		else note(where, `'${type.name}' is not defined`);
	};
	const visitMember = (member: Member, where: string): void => {
		visitType(member.type, `${where}.${member.name}`);
		const choices = choicesOf(member.type, catalogue);
		if (choices && member.default !== undefined && !choices.includes(String(member.default)))
			note(`${where}.${member.name}`, `the default '${member.default}' is not a choice`);
	};
	const visitDefinition = (definition: Definition, where: string): void => {
		if (definition.kind === 'alias') visitType(definition.type, where);
		else if (definition.kind === 'members')
			definition.members.forEach((member) => visitMember(member, where));
		else Object.values(definition.variants).forEach((type) => visitType(type, where));
	};

	for (const entry of catalogue.entries) {
		const endpoint = catalogue.endpoint(entry);
		const { pathMembers, query, headers, form } = endpoint;
		[...pathMembers, ...query, ...headers, ...form].forEach((one) => visitMember(one, endpoint.id));
		twice(pathMembers.map(({ name }) => name)).forEach((name) => note(endpoint.id, `'${name}' twice`));
		[...(endpoint.body?.types ?? []), ...endpoint.answers].forEach((type) => visitType(type, endpoint.id));
	}
	for (const name of twice(catalogue.entries.map(({ id }) => id))) note(name, 'an operation id twice');
	for (const call of twice(catalogue.entries.map(callOf))) note(call, 'a call twice');
	for (const name of typeNames) if (!used.has(name)) note(name, 'nothing uses this type');
	return problems;
}

function callOf({ method, path }: Entry): string {
	return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

function choicesOf(type: Type, catalogue: Catalogue): readonly string[] | undefined {
	if (type.kind === 'choice') return type.values;
	if (type.kind !== 'named') return undefined;
	const definition = catalogue.definition(type.name);
	return definition.kind === 'alias' ? choicesOf(definition.type, catalogue) : undefined;
}

function twice(values: string[]): string[] {
	return values.filter((value, index) => values.indexOf(value) !== index);
}
