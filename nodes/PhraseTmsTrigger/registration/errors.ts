import type { IHookFunctions } from 'n8n-workflow';

import { PhraseError } from '../../../core/http/errors';
import { toNodeError } from '../../../core/run/nodeError';

/**
 * Does something about the node's registration. What goes wrong is logged, because n8n does not show it everywhere, and
 * thrown as n8n's error.
 *
 * @param what what could not be done then, as the start of a sentence
 * @throws NodeApiError, NodeOperationError
 */
export async function reported<T>(context: IHookFunctions, what: string, act: () => Promise<T>): Promise<T> {
	try {
		return await act();
	} catch (error) {
		logError(context, what, error);
		throw toNodeError(context.getNode(), withRights(context, error));
	}
}

/** Logs an error for people: what happened, Phrase's words, and the next step. */
export function logError(context: IHookFunctions, what: string, error: unknown): void {
	const shown = toNodeError(context.getNode(), withRights(context, error));
	const description = shown.description ?? '';
	context.logger.error(`${what}: ${shown.message}. ${description}`.trim(), about(context));
}

/** What a line of the log is about. */
export function about(context: IHookFunctions) {
	const { id: workflowId } = context.getWorkflow();
	return { workflowId, nodeName: context.getNode().name };
}

/** Says what a user needs who may not manage webhooks. Which role that is depends on the organization. */
function withRights(context: IHookFunctions, error: unknown): unknown {
	if (!(error instanceof PhraseError) || error.httpCode !== 403) return error;
	const names = Object.values(context.getNode().credentials ?? {}).map(({ name }) => `'${name}'`);
	const rights = `Managing webhooks needs an administrator, or a project manager who has the right to, in Phrase TMS. Use a credential of such a user in place of ${names.join(', ')}.`;
	return error.with({
		description: [rights, error.description].filter(Boolean).join(' '),
	});
}
