import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { PhraseError } from '../http/errors';

/**
 * Turns whatever prevented an item into the error that n8n shows.
 *
 * @param node the node that ran
 * @param error what was thrown
 * @param itemIndex the item it was about; none where a node works on no items
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof PhraseError && error.kind === 'parameter') {
		return new NodeOperationError(node, error.message, { description: error.description, itemIndex });
	}
	if (error instanceof PhraseError) {
		const { message, description, httpCode, errorCode, actionId } = error;
		return new NodeApiError(node, { message, errorCode, actionId } as JsonObject, {
			message,
			description: description ?? '',
			httpCode: httpCode === undefined ? undefined : String(httpCode),
			itemIndex,
		});
	}
	return new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)), {
		itemIndex,
	});
}

/**
 * What an item holds instead of a result when the node is set to continue.
 * @param error what was thrown
 * @param about which part of the item it is about; stays inside `error`, because n8n takes an item for an error only
 * when it holds nothing else
 */
export function toErrorItem(error: unknown, about: IDataObject = {}): IDataObject {
	const { message, description, httpCode, errorCode, actionId } = error as Partial<PhraseError>;
	return {
		error: {
			message: message ?? String(error),
			description: description ?? null,
			httpCode: httpCode ?? null,
			errorCode: errorCode ?? null,
			actionId: actionId ?? null,
			...about,
		},
	};
}
