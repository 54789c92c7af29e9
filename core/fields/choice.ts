import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { field, type Field, type Labels } from './field';
import { given, inWords, isNothing } from './given';
import { listOf, type Size } from './list';

/** What a list offers, each with the value that Phrase knows. */
export type Options<T extends string> = ReadonlyArray<INodePropertyOptions & { value: T }>;

/** A switch; the description begins with 'Whether'. Text such as 'true' from an expression counts as well. */
export function toggle(labels: Labels, initially = false): Field<boolean> {
	return field({ ...labels, type: 'boolean', default: initially }, () => givenSwitch(initially));
}

/** Checks a switch as it comes from a parameter or an expression. */
export function givenSwitch(initially: boolean) {
	return given(
		(raw) => (isNothing(raw) ? initially : raw),
		z.union([z.boolean(), z.stringbool()], {
			error: ({ input }) => `expected true or false, not ${inWords(input)}`,
		}),
	);
}

/** One of several values. */
export function choice<const T extends string>(
	labels: Labels,
	options: Options<T>,
	initially: NoInfer<T>,
): Field<T> {
	return field({ ...labels, type: 'options', options: [...options], default: initially }, () =>
		given((raw) => (isNothing(raw) ? initially : raw), oneOf(options)),
	);
}

/** One of several values, by which something is changed: an expression that finds nothing is refused. */
export function requiredChoice<const T extends string>(
	labels: Labels,
	options: Options<T>,
	initially: NoInfer<T>,
): Field<T> {
	return field(
		{ ...labels, type: 'options', options: [...options], default: initially, required: true },
		() => given((raw, refuse) => (isNothing(raw) ? refuse('must not be empty') : raw), oneOf(options)),
	);
}

/** Any number of several values; a list, or text as `listOf` takes it, from an expression. */
export function choices<const T extends string>(
	labels: Labels,
	options: Options<T>,
	{ initially = [], ...size }: Size & { initially?: ReadonlyArray<NoInfer<T>> } = {},
): Field<T[]> {
	return field(
		{
			...labels,
			type: 'multiOptions',
			options: [...options],
			default: [...initially],
			...((size.min ?? 0) > 0 && { required: true }),
		},
		() => listOf(oneOf(options), size),
	);
}

function oneOf<const T extends string>(options: Options<T>): z.ZodType<T> {
	const values = options.map(({ value }) => value);
	return z.enum(values, { error: ({ input }) => `${inWords(input)} is none of ${values.join(', ')}` });
}
