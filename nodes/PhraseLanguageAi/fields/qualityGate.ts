import type { INodeExecutionData } from 'n8n-workflow';
import { toggle } from '../../../core/fields/choice';
import { shownWhen, type Field } from '../../../core/fields/field';
import { fieldSet } from '../../../core/fields/fieldSet';
import { anyNumber } from '../../../core/fields/number';
import type { Splits } from '../../../core/operation/operation';

/** The node has one set of outputs, whatever its items are. An AI agent has none. */
const split: Field<boolean> = toggle({
	displayName: 'Split by Quality Score',
	description:
		"Whether to put out what passes by 'Pass', and everything else by 'Review': what scored less, has no score, or failed",
});

/** What becomes of a quality score: which one passes, and whether the others come out elsewhere. */
export const qualityGate = fieldSet({
	passThreshold: anyNumber(
		{
			displayName: 'Pass Threshold',
			description:
				"The lowest score that passes, from 0 to 1. The item says in 'passed' whether its score does.",
		},
		{ min: 0, max: 1, initially: 0.8 },
	),
	splitByQualityScore: shownWhen(
		{ '@tool': [false] },
		{ ...split, property: { ...split.property, noDataExpression: true } },
	),
});

/**
 * Whether a score passes; one that is missing does not.
 * @param values those of an operation with the fields of `qualityGate`
 */
export function passes(score: unknown, values: unknown): boolean {
	const { passThreshold = 1 } = qualityGate.of(values);
	return typeof score === 'number' && score >= passThreshold;
}

/** The two outputs of an operation with the fields of `qualityGate`. */
export const byQuality: Splits = {
	parameter: 'splitByQualityScore',
	isFirst: ({ json }: INodeExecutionData) => json.passed === true,
};

/** The outputs of the node: two when the user splits by quality. An expression, for the editor and for n8n. */
export const OUTPUTS =
	'={{ $parameter["splitByQualityScore"] === true ? [{ type: "main", displayName: "Pass" }, { type: "main", displayName: "Review" }] : ["main"] }}';
