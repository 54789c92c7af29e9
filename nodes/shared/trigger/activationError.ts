import type { INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { PhraseError } from '../../../core/http/errors';
import { toNodeError } from '../../../core/run/nodeError';

/**
 * The error for a trigger that could not be activated. Its message says all that there is to say: n8n shows no
 * description where it tells that a workflow could not be published.
 */
export function activationError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (!(error instanceof PhraseError) || !error.description) return toNodeError(node, error);
	const message = `${error.message}. ${error.description}`;
	return toNodeError(node, error.with({ message, description: undefined }));
}
