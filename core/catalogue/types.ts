/**
 * What a value has to be. The source writes types in a short notation, see `catalogue/README.md`.
 */
export type Type =
	| { kind: 'string'; format?: Format; min?: number; max?: number }
	| { kind: 'integer' | 'number'; min?: number; max?: number }
	| { kind: 'boolean' }
	| { kind: 'choice'; values: readonly string[] }
	| { kind: 'list'; of: Type; min?: number; max?: number }
	/** One page of a list, as Phrase TMS gives pages: `content` and the numbers around it. */
	| { kind: 'page'; of: Type }
	/** A type that the catalogue defines under this name. */
	| { kind: 'named'; name: string }
	/** An object whose members are not known. */
	| { kind: 'object' }
	/** The bytes of a file: a body, a part of a form, or an answer. */
	| { kind: 'file' };

/**
 * What a text has to look like. `file-name` is the `Content-Disposition` that names the file in the body.
 */
export type Format = 'date-time' | 'uri' | 'file-name';

/** A value of a member when it is not given. */
export type Default = string | number | boolean;

/** A named value within an object, or a parameter of an endpoint. */
export interface Member {
	name: string;
	required: boolean;
	type: Type;
	default?: Default;
}

/** What a name of the catalogue stands for. */
export type Definition =
	| { kind: 'members'; members: readonly Member[] }
	/** One of several objects, told apart by the value of a member. */
	| { kind: 'variants'; by: string; variants: Readonly<Record<string, Type>> }
	| { kind: 'alias'; type: Type };
