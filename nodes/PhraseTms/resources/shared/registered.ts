import type { IDataObject } from 'n8n-workflow';
import { many } from '../../../../core/endings/many';
import { none } from '../../../../core/endings/none';
import { one } from '../../../../core/endings/one';
import { rewritten } from '../../../../core/endings/rewritten';
import { collection } from '../../../../core/fields/collection';
import { nothingToUpdate, updateFields } from '../../../../core/fields/updateFields';
import type { Field, Fields } from '../../../../core/fields/field';
import type { Simple } from '../../../../core/fields/simplify';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { DELETE, GET, POST, PUT } from '../../../../core/http/request';
import { defineOperation, type Operation } from '../../../../core/operation/operation';

/** Longest name, in characters. Source: schemas ClientEditDto, DomainEditDto, CostCenterEditDto. */
const MAX_NAME = 255;

/** A kind of thing that an organization keeps a register of, each with a name: clients, domains, cost centers. */
export interface Registered {
	/** What one of them is called, lower case: 'cost center'. */
	one: string;
	/** What several are called. */
	several: string;
	/** The member that names one of them in items: `costCenterUid`. */
	uid: string;
	/** One of them, chosen from a list. */
	field: () => Field<string>;
	/** The register's segment of Phrase's path: `costCenters`. */
	path: string;
	/** What can be said of one besides its name. */
	details?: Fields;
	/** What of a thing that was read has to be written again for it to stay, besides its name. */
	kept?: (current: IDataObject) => IDataObject;
	/** The simplified version of one, where that is worth it. */
	simple?: Simple;
}

/** The operations of a register that workflows read. */
type ReadOperations = Record<'get' | 'getMany', Operation>;

/** The operations of a register that workflows keep. */
type RegisterOperations = ReadOperations & Record<'create' | 'delete' | 'update', Operation>;

/** The checked values of those that have such. */
interface Given {
	name?: string;
	additionalFields?: IDataObject;
	updateFields?: IDataObject;
}

/** Defines how a register is read. */
export function read(kind: Registered): ReadOperations {
	const { one: name, several, path, field, uid, simple } = kind;
	const { at, named, article } = wordsOf(kind);
	return {
		get: defineOperation(
			{
				name: 'Get',
				action: `Get ${article} ${name}`,
				description: `Retrieve ${article} ${name}`,
				fields: { [uid]: field() },
			},
			{ request: at, ends: one({ simple, add: named }) },
		),
		getMany: defineOperation(
			{
				name: 'Get Many',
				action: `Get many ${several}`,
				description: `Retrieve a list of ${several}`,
				fields: {
					filters: collection('Filters', 'Add filter', {
						name: optionalText({ displayName: 'Name', description: `Name of the ${name} or a part of it` }),
					}),
				},
			},
			{
				request: ({ filters }) => GET`/api2/v1/${path}`.query(filters),
				ends: many({ simple, add: (values, _answer, entry) => named(values as object, entry) }),
			},
		),
	};
}

/** Defines the operations of a register. Phrase takes a thing whole only, so an update reads it first. */
export function registered(kind: Registered): RegisterOperations {
	const { one: name, uid, path, details = {}, simple } = kind;
	const { at, named, article, uidOf } = wordsOf(kind);
	const reference = () => ({ [uid]: kind.field() });

	return {
		...read(kind),
		create: defineOperation(
			{
				name: 'Create',
				action: `Create ${article} ${name}`,
				description: `Create ${article} ${name}`,
				fields: {
					name: requiredText({ displayName: 'Name', description: `Name of the ${name}` }, MAX_NAME),
					...additional(details),
				},
			},
			{
				request: (values: object) => {
					const { name: wanted, additionalFields = {} } = values as Given;
					return POST`/api2/v1/${path}`.repeatable('refused').json({ name: wanted, ...additionalFields });
				},
				ends: one({ simple, add: named }),
			},
		),
		delete: defineOperation(
			{
				name: 'Delete',
				action: `Delete ${article} ${name}`,
				description: `Delete ${article} ${name}`,
				fields: reference(),
			},
			{
				request: (values) => DELETE`/api2/v1/${path}/${uidOf(values)}`,
				ends: none((values) => ({ [uid]: uidOf(values), deleted: true })),
			},
		),
		update: defineOperation(
			{
				name: 'Update',
				action: `Update ${article} ${name}`,
				description: `Change ${article} ${name}; what you do not give stays as it is`,
				fields: {
					...reference(),
					updateFields: updateFields({
						name: requiredText({ displayName: 'Name', description: `New name of the ${name}` }, MAX_NAME),
						...details,
					}),
				},
			},
			{
				check: nothingToUpdate,
				request: at,
				ends: rewritten(
					(values: object, current) => {
						const { name: wanted = current.name, ...changes } = (values as Given).updateFields ?? {};
						const body = { name: wanted, ...kind.kept?.(current), ...changes };
						return PUT`/api2/v1/${path}/${uidOf(values)}`.repeatable('always').json(body);
					},
					{ simple, add: named },
				),
			},
		),
	};
}

/** What can be said of a new thing besides its name; no field where that is nothing. */
function additional(details: Fields): Fields {
	if (Object.keys(details).length === 0) return {};
	return { additionalFields: collection('Additional Fields', 'Add field', details) };
}

/** What the operations of a register have in common. */
function wordsOf({ one: name, uid, path }: Registered) {
	const uidOf = (values: object) => String(values[uid as never]);
	return {
		uidOf,
		at: (values: object) => GET`/api2/v1/${path}/${uidOf(values)}`,
		named: (values: object, { uid: made }: IDataObject): IDataObject => ({
			[uid]: made ?? values[uid as never],
		}),
		article: /^[aeiou]/.test(name) ? 'an' : 'a',
	};
}
