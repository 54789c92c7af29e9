import type { IExecuteFunctions } from 'n8n-workflow';
import { isOutOfReach } from '../callbacks/reach';
import { isTool } from '../fields/isTool';
import { PUBLIC_ADDRESS } from './assertNotifiable';
import { resumeUrlOf } from './resumeUrl';

/** What n8n calls a workflow that it has not stored. */
const UNSAVED = '__EMPTY__';

/**
 * Why an execution cannot sleep until Phrase calls back.
 * @param phraseUrl where Phrase is
 * @returns a sentence for the user, or two; undefined when it can
 */
export function whySleepless(context: IExecuteFunctions, phraseUrl: string): string | undefined {
	if (isTool(context.getNode())) return 'The run of an AI agent cannot sleep.';
	const { id } = context.getWorkflow();
	if (!id || id === UNSAVED) return 'n8n can wake the executions of saved workflows only.';
	const { hostname } = new URL(resumeUrlOf(context));
	if (isOutOfReach(new URL(phraseUrl).hostname) || !isOutOfReach(hostname)) return undefined;
	return (
		`Phrase cannot call this n8n at '${hostname}', which is not a host on the internet, to wake an execution. ` +
		`Set ${PUBLIC_ADDRESS}.`
	);
}
