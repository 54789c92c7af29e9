import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { notifiesThisExecution } from '../fields/notify';
import { asText } from '../http/read';
import type { Outcome } from '../operation/operation';
import { StillPending } from '../operation/stillPending';

/** The member of an item that names the execution which Phrase wakes when the item's work has ended. */
const MEMBER = 'wakesExecution';

/** What came of an item, saying which execution Phrase wakes, when this one is to be woken. */
export function withWakesExecution(
	outcome: Outcome,
	values: Record<string, unknown>,
	context: IExecuteFunctions,
): Outcome {
	if (outcome instanceof Error || outcome instanceof StillPending) return outcome;
	if (!notifiesThisExecution(values)) return outcome;
	const wakes = { [MEMBER]: context.getExecutionId() };
	return outcome.map((part) =>
		part instanceof Error ? part : { ...part, json: { ...part.json, ...wakes } },
	);
}

/**
 * Whether Phrase wakes this execution about the work of an item. The item of another execution, pinned in the editor or
 * handed over, does not count: Phrase calls that one.
 */
export function wakesThisExecution(json: IDataObject | undefined, context: IExecuteFunctions): boolean {
	const execution = asText(json?.[MEMBER]);
	return execution !== undefined && execution === context.getExecutionId();
}
