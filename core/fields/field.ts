import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeProperties,
	IPollFunctions,
	IWebhookFunctions,
	NodeParameterValue,
} from 'n8n-workflow';
import type { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';
import type { Lookups } from './lookups';

/** An n8n parameter without what follows from its place: its name and when it is shown. */
export type FieldProperty = Omit<INodeProperties, 'name' | 'displayOptions'>;

/** What the user reads of a field. */
export interface Labels {
	/** Title Case. */
	displayName: string;
	/** Sentence case. */
	description: string;
	/** Sentence case; stays in sight below the field. */
	hint?: string;
	/** Begins with 'e.g.'. */
	placeholder?: string;
}

/** Where the value of a parameter comes from: one item of one node run, or a trigger, which has none. */
export interface FieldPlace {
	context: IExecuteFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;
	itemIndex: number;
	/** Checked values of the fields so far. */
	values: Readonly<Record<string, unknown>>;
}

/**
 * One thing an operation asks the user for: the n8n parameter, and how its value becomes one to rely on.
 *
 * @typeParam T type of the checked value
 */
export interface Field<T> {
	property: FieldProperty;
	/** Values of other fields of the operation under which this one is shown and read. */
	show?: Show;
	/** The member of an input item that holds the value by default, or the first of several; see `fromInput`. */
	inputMember?: string | readonly string[];
	/** What it is by default where an AI agent uses the node, when that differs. */
	defaultInTools?: FieldProperty['default'];
	/** What fills the lists of the parameter. */
	lookups?: Partial<Lookups>;
	/**
	 * Checks what n8n hands over (JSON text and results of expressions included).
	 * @throws ZodError, or ParameterError, when the value cannot be used
	 */
	check(raw: unknown, place: FieldPlace): T | Promise<T>;
}

/** Holds for texts that a regular expression matches; n8n's own form of such a condition. */
export interface Matching {
	_cnd: { regex: string };
}

/** Values of other fields. */
type Show = Record<string, ReadonlyArray<NodeParameterValue | Matching>>;

/** Fields by parameter name. */
export type Fields = Record<string, Field<unknown>>;

/** The checked values of fields. A field that is not shown has no value. */
export type Values<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> };

/** The checked values of fields inside a collection: only what the user added. */
export type OptionalValues<F extends Fields> = Partial<Values<F>>;

/** A field whose type tells for which others it is shown. */
type ShownField<T, S> = Omit<Field<T>, 'show'> & { show: S };

/** The type of a field's checked value. */
type ValueOf<F> = F extends Field<infer T> ? T : never;

/** The values of other fields under which a field is shown; unknown for one that always is. */
type ShowOf<F> = F extends { show: infer S } ? S : unknown;

/** Conditions that are about the node's version, or about fields around a collection. */
type AboutOthers = `@${string}` | `/${string}`;

/** Names of the fields for whose values others are shown, and which are not among them. */
type Missing<F extends Fields> = Exclude<
	{ [K in keyof F]: keyof ShowOf<F[K]> }[keyof F],
	keyof F | AboutOthers
>;

/** The same fields, when each that is shown for the value of another one finds that among them. */
export type Consistent<F extends Fields> = [Missing<F>] extends [never]
	? F
	: { 'no field has this name': Missing<F> };

/**
 * Makes a field whose value a schema can check.
 * @param property the n8n parameter
 * @param makeSchema makes the check of its value, when the first value comes
 */
export function field<T>(property: FieldProperty, makeSchema: () => z.ZodType<T>): Field<T> {
	const schema = onFirstUse(makeSchema);
	return { property, check: (raw) => schema().parse(raw) };
}

/**
 * Shows a field only for certain values of other fields of the same operation. When it is hidden its value is
 * undefined.
 */
export function shownWhen<F extends Field<unknown>, const S extends Show>(
	show: S,
	shown: F,
): ShownField<ValueOf<F> | undefined, S & ShowOf<F>> {
	return {
		...(shown as Field<ValueOf<F>> & F),
		show: { ...shown.show, ...show } as unknown as S & ShowOf<F>,
	};
}
