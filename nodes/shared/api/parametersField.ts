import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { catalogueOf, type Catalogue } from '../../../core/catalogue/catalogue';
import { parametersOf, type Parameter } from '../../../core/catalogue/parameters';
import { answerKindOf, chosenEndpoint, type Chosen } from '../../../core/catalogue/reference';
import { templateOf } from '../../../core/catalogue/template';
import type { Type } from '../../../core/catalogue/types';
import { inputBinaryField } from '../../../core/fields/binary';
import type { Field, FieldPlace } from '../../../core/fields/field';
import { isNothing } from '../../../core/fields/given';
import { isTool } from '../../../core/fields/isTool';
import type { LoadFields } from '../../../core/fields/lookups';
import { mapper, mapperField } from '../../../core/fields/mapper';
import { isScalar, namingPlace, record } from '../../../core/fields/typedValue';
import type { ByteSource } from '../../../core/http/request';
import { ParameterError } from '../../../core/http/errors';
import type { Api } from './api';
import type { GivenParameters } from './callValues';
import { endpointOf } from './endpointField';

/** What an endpoint takes, one field for each parameter. */
export function parametersField(api: Api): Field<GivenParameters> {
	return mapper({
		displayName: 'Parameters',
		description: 'What the endpoint takes, by the names that Phrase gives it',
		words: { singular: 'parameter', plural: 'parameters' },
		load: loadParameters(api),
		dependsOn: ['endpoint.value'],
		check: async (values, place) => await givenParameters(api, values, place),
	});
}

/** What an endpoint takes, as one JSON object. */
export function jsonParametersField(api: Api): Field<GivenParameters> {
	return {
		property: {
			displayName: 'Parameters',
			type: 'json',
			// n8n's editor takes an empty text for broken JSON, and shows no placeholder.
			default: '{}',
			description:
				'What the endpoint takes, by name, in one object: parameters of the path, the query, headers and the members of the body side by side',
		},
		check: async (raw, place) =>
			await givenParameters(api, isNothing(raw) ? {} : record(raw, { path: [] }), place),
	};
}

/** Looks up the files that were named; what else was given is checked when the request is made. */
async function givenParameters(
	{ product }: Api,
	given: Record<string, unknown>,
	place: FieldPlace,
): Promise<GivenParameters> {
	const chosen = endpointOf(product, String(place.values.endpoint));
	if (isTool(place.context.getNode())) assertWithoutFiles(chosen, catalogueOf(product));
	const files: Record<string, ByteSource[]> = {};
	const values = { ...given };
	for (const { name, to } of parametersOf(chosen.endpoint, catalogueOf(product))) {
		if ((to.kind !== 'bytes' && to.kind !== 'part') || isNothing(given[name])) continue;
		files[name] = await namingPlace(name, async () => await filesOf(given[name], place));
		// Not the bytes themselves, which errors must not show.
		values[name] = files[name].map(({ fileName }) => fileName);
	}
	return { values, files, timezone: place.context.getTimezone() };
}

/** @throws ParameterError for an endpoint that an AI agent cannot use: n8n hands it no files, and takes none from it */
function assertWithoutFiles(chosen: Chosen, catalogue: Catalogue): void {
	const takesFile = parametersOf(chosen.endpoint, catalogue).some(
		({ required, to }) => required && (to.kind === 'bytes' || to.kind === 'part'),
	);
	if (!takesFile && answerKindOf(chosen) !== 'file') return;
	throw new ParameterError(
		'this endpoint takes or gives a file, which an AI agent cannot handle',
		'Call it in a node of the workflow.',
	);
}

/** The files of one or more binary fields: their names, with commas between them, or the fields themselves. */
async function filesOf(raw: unknown, place: FieldPlace): Promise<ByteSource[]> {
	const fields = typeof raw === 'string' ? raw.split(',').map((name) => name.trim()) : [raw].flat();
	const sources: ByteSource[] = [];
	for (const field of fields) sources.push(await inputBinaryField().check(field, place));
	return sources;
}

/** Makes what tells the editor the fields of the chosen endpoint. */
function loadParameters({ product, pathFields }: Api): LoadFields {
	async function load(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const catalogue = catalogueOf(product);
		const reference = this.getCurrentNodeParameter('endpoint', { extractValue: true });
		const chosen = typeof reference === 'string' ? chosenEndpoint(catalogue, reference) : undefined;
		if (chosen === undefined) return { fields: [], emptyFieldsNotice: 'Choose an endpoint first.' };
		return Promise.resolve({
			fields: fieldsOf(chosen, catalogue).filter(({ id }) => !(id in pathFields)),
			emptyFieldsNotice: 'This endpoint takes no further parameters.',
		});
	}
	return Object.defineProperty(load, 'name', { value: 'getEndpointParameters' });
}

function fieldsOf(chosen: Chosen, catalogue: Catalogue): ResourceMapperField[] {
	return parametersOf(chosen.endpoint, catalogue)
		.filter(({ name }) => !(name in chosen.inPath))
		.filter(({ name }) => !(name === 'callbackUrl' && chosen.endpoint.starts !== undefined))
		.sort((a, b) => Number(b.required) - Number(a.required))
		.map((parameter) => toField(parameter, catalogue));
}

function toField({ name, required, type, default: initially, to }: Parameter, catalogue: Catalogue) {
	const kind = resolved(type, catalogue);
	const field = { id: name, required, displayName: name };
	if (to.kind === 'bytes' || to.kind === 'part') {
		const many = kind.kind === 'list' ? 'Input Binary Fields' : 'Input Binary Field';
		return mapperField({ ...field, displayName: `${name} (${many})`, type: 'string', defaultValue: 'data' });
	}
	switch (kind.kind) {
		case 'choice':
			return mapperField({
				...field,
				type: 'options',
				options: kind.values.map((value) => ({ name: value, value })),
				...(initially !== undefined && { defaultValue: initially }),
			});
		case 'boolean':
		case 'integer':
		case 'number':
			return mapperField({
				...field,
				type: kind.kind === 'boolean' ? 'boolean' : 'number',
				...(initially !== undefined && { defaultValue: initially }),
			});
		case 'string':
			return mapperField({
				...field,
				type: kind.format === 'date-time' ? 'dateTime' : 'string',
				...(initially !== undefined && { defaultValue: initially }),
			});
		case 'list':
			return isScalar(kind.of, catalogue)
				? mapperField({ ...field, displayName: `${name} (${listHint(kind.of, catalogue)})`, type: 'string' })
				: mapperField({ ...field, type: 'array', defaultValue: templateOf(kind, catalogue) });
		case 'named':
			return mapperField({ ...field, type: 'object', defaultValue: templateOf(kind, catalogue) });
		case 'object':
			return mapperField({ ...field, type: 'object' });
		case 'page':
		case 'file':
			throw new Error(`'${name}' cannot be asked for`);
	}
}

/** Most choices that are listed beside the name of a list. */
const MOST_LISTED = 8;

/** How a list of single values is written, with what it may hold. */
function listHint(of: Type, catalogue: Catalogue): string {
	const entry = resolved(of, catalogue);
	if (entry.kind !== 'choice') return 'a, b, …';
	const more = entry.values.length > MOST_LISTED ? ', …' : '';
	return `${entry.values.slice(0, MOST_LISTED).join(', ')}${more}`;
}

/** A type, or the one that its name is another name for. */
function resolved(type: Type, catalogue: Catalogue): Type {
	if (type.kind !== 'named') return type;
	const definition = catalogue.definition(type.name);
	return definition.kind === 'alias' ? resolved(definition.type, catalogue) : type;
}
