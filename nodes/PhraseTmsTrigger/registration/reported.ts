import { PhraseError } from '../../../core/http/errors';
import { activationError } from '../../shared/trigger/activationError';
import type { Hook } from './hook';

/**
 * Does something about the node's registration. What goes wrong is logged, because n8n does not show it everywhere, and
 * thrown as n8n's error.
 *
 * @param what what could not be done then, as the start of a sentence
 * @throws NodeApiError, NodeOperationError
 */
export async function reported<T>(hook: Hook, what: string, act: () => Promise<T>): Promise<T> {
	try {
		return await act();
	} catch (error) {
		logError(hook, what, error);
		throw activationError(hook.node, withRights(hook, error));
	}
}

/** Logs an error for people: what happened, Phrase's words, and the next step. */
export function logError(hook: Hook, what: string, error: unknown): void {
	hook.log.error(`${what}: ${activationError(hook.node, withRights(hook, error)).message}`);
}

/** Says what a user needs who may not manage webhooks. Which role that is depends on the organization. */
function withRights({ node }: Hook, error: unknown): unknown {
	if (!(error instanceof PhraseError) || error.httpCode !== 403) return error;
	const names = Object.values(node.credentials ?? {}).map(({ name }) => `'${name}'`);
	const rights = `Managing webhooks needs an administrator, or a project manager who has the right to, in Phrase TMS. Use a credential of such a user in place of ${names.join(', ')}.`;
	return error.with({ description: [rights, error.description].filter(Boolean).join(' ') });
}
