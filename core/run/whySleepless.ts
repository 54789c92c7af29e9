import type { IExecuteFunctions } from 'n8n-workflow';
import { isOutOfReach } from '../callbacks/reach';
import type { Operation } from '../operation/operation';
import { isTool } from '../fields/isTool';
import { PUBLIC_ADDRESS } from './assertNotifiable';
import { forwardsAllOutputs } from './forwardsAllOutputs';
import { hasTwoOutputs } from './outputs';
import { resumeUrlOf } from './resumeUrl';

/** What n8n calls a workflow that it has not stored. */
const UNSAVED = '__EMPTY__';

/**
 * Why an execution cannot sleep until Phrase calls back.
 * @param phraseUrl where Phrase is
 * @returns a sentence for the user, or two; undefined when it can
 */
export function whySleepless(
	context: IExecuteFunctions,
	operation: Operation,
	phraseUrl: string,
): string | undefined {
	if (isTool(context.getNode())) return 'The run of an AI agent cannot sleep.';
	const { id } = context.getWorkflow();
	if (!id || id === UNSAVED) return 'n8n can wake the executions of saved workflows only.';
	if (hasTwoOutputs(context, operation) && !forwardsAllOutputs()) {
		return 'A node with two outputs cannot sleep in this n8n: when the time is over, n8n before 2.39 puts out the items of the first one only.';
	}
	const { hostname } = new URL(resumeUrlOf(context));
	if (isOutOfReach(new URL(phraseUrl).hostname) || !isOutOfReach(hostname)) return undefined;
	return (
		`Phrase cannot call this n8n at '${hostname}', which is not a host on the internet, to wake an execution. ` +
		`Set ${PUBLIC_ADDRESS}.`
	);
}
