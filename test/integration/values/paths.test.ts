import type { INodeParameters } from 'n8n-workflow';
import type { FieldProperty } from '../../../core/fields/field';
import type { Operation, Resources } from '../../../core/operation/operation';
import { storeBinary } from '../../../n8n/inProcess';
import { resources as languageAiResources } from '../../../nodes/PhraseLanguageAi/resources';
import { resources as tmsResources } from '../../../nodes/PhraseTms/resources';
import { runLanguageAi } from '../../support/languageAi';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** Values that every field takes, so that only the one under test is wrong; each text names its field. */
function goodValues({ fields }: Operation): INodeParameters {
	return Object.fromEntries(
		Object.entries(fields).map(([name, { property }]) => [name, goodValue(name, property)]),
	);
}

function goodValue(name: string, { type, typeOptions, options, default: initially }: FieldProperty) {
	if (typeOptions?.binaryDataProperty === true) return 'data';
	if (type === 'multiOptions') return options?.length ? initially : ['de'];
	if (type === 'resourceLocator') return byId(codeOf(name));
	return type === 'string' ? codeOf(name) : initially;
}

/** Values of other fields under which a field is shown. */
function shownBy({ fields }: Operation, name: string): INodeParameters {
	const conditions = Object.entries(fields[name]?.show ?? {}).filter(([other]) => other in fields);
	return Object.fromEntries(conditions.map(([other, [value]]) => [other, value as string]));
}

/** A text that is an ID and a language code alike. */
const codeOf = (name: string) => (/lang/i.test(name) ? 'xx_zzzz' : `x${name.toLowerCase()}`);

/** The fields that become a part of the path. */
function fieldsInPath(operation: Operation): string[] {
	const values = Object.fromEntries(Object.keys(operation.fields).map((name) => [name, codeOf(name)]));
	const tools = { callbackUrl: () => undefined };
	try {
		const request = operation.request?.({ ...values, options: {}, filters: {}, additionalFields: {} }, tools);
		const path = request?.path ?? '';
		return Object.keys(operation.fields).filter((name) => path.split('/').includes(codeOf(name)));
	} catch {
		return [];
	}
}

const cases = (run: typeof runTms, resources: Resources) =>
	Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, definition]) =>
			fieldsInPath(definition).map((name) => ({ run, resource, operation, definition, name })),
		),
	);

const all = [...cases(runTms, tmsResources), ...cases(runLanguageAi, languageAiResources)];

it('finds the parts of paths', () => {
	expect(all.length).toBeGreaterThan(25);
});

it.each(all)(
	'$resource: $operation refuses a $name that leads elsewhere',
	async ({ run, resource, operation, definition, name }) => {
		const items = [{ json: {}, binary: { data: await storeBinary(Buffer.from('a')) } }];
		for (const wrong of ['.', ' .. ', '🙂'.slice(0, 1)]) {
			const good = goodValues(definition);
			const located = definition.fields[name]?.property.type === 'resourceLocator';
			const parameters = { ...good, ...shownBy(definition, name), [name]: located ? byId(wrong) : wrong };
			const refused = run(sandbox, { resource, operation, ...parameters }, { items });
			await expect(refused).rejects.toThrow(`'${definition.fields[name]?.property.displayName}'`);
		}
		expect(sandbox.counters().requestsTotal).toBe(0);
	},
);
