import { isDeepStrictEqual } from 'node:util';
import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';
import { isTool } from '../fields/isTool';
import { PhraseError, toPhraseError } from '../http/errors';

/**
 * Turns whatever prevented an item into the error that n8n shows. What exists in Phrase in spite of it stands in its
 * description, and in `context.data` for workflows that handle errors.
 *
 * @param node the node that ran
 * @param error what was thrown
 * @param options.itemIndex the item it was about; none where a node works on no items
 * @param options.exists what this run has made in Phrase besides, which an ended run does not put out
 */
export function toNodeError(
	node: INode,
	error: unknown,
	{ itemIndex, exists = [] }: { itemIndex?: number; exists?: IDataObject[] } = {},
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof PhraseError && error.kind === 'parameter') {
		const { message, description } = error;
		return new NodeOperationError(node, inMessage(node, message, description), { description, itemIndex });
	}
	if (!(error instanceof PhraseError) && exists.length === 0) {
		return new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)), {
			itemIndex,
		});
	}
	const said = toPhraseError(error);
	const { httpCode, errorCode, actionId, about } = said;
	const others = exists.filter((one) => !isSaidBy(about, one));
	const description = [said.description, inWords(about), listOf(others)].filter(Boolean).join('\n');
	const message = inMessage(node, said.message, description);
	const nodeError = new NodeApiError(node, { message, errorCode, actionId } as JsonObject, {
		message,
		description,
		httpCode: httpCode === undefined ? undefined : String(httpCode),
		itemIndex,
	});
	const data = { ...about, ...(exists.length > 0 && { exists }) };
	if (Object.keys(data).length > 0) nodeError.context.data = data;
	return nodeError;
}

/** The message of an error. n8n hands nothing else to an AI agent, so there it says what to do next as well. */
function inMessage(node: INode, message: string, description = ''): string {
	return isTool(node) && description !== '' ? `${message}. ${description}` : message;
}

/**
 * What an item holds instead of a result when the node is set to continue. What it is about stays inside `error`,
 * because n8n takes an item for an error only when it holds nothing else.
 */
export function toErrorItem(error: unknown): IDataObject {
	const { message, description, httpCode, errorCode, actionId, about } = toPhraseError(error);
	return {
		error: {
			message,
			description: description ?? null,
			httpCode: httpCode ?? null,
			errorCode: errorCode ?? null,
			actionId: actionId ?? null,
			...about,
		},
	};
}

/** Most entries of a list in a description; all of them are in the error's data. */
const MOST_LISTED = 25;

/** Whether what an error is about says everything of something that exists. */
function isSaidBy(about: IDataObject, { item: _item, ...names }: IDataObject): boolean {
	return Object.entries(names).every(([name, value]) => isDeepStrictEqual(about[name], value));
}

/** What exists in Phrase, one line each. */
function listOf(exists: IDataObject[]): string | undefined {
	if (exists.length === 0) return undefined;
	const more = exists.length - MOST_LISTED;
	return [
		'The run ended, but this exists in Phrase, so do not create it again:',
		...exists.slice(0, MOST_LISTED).map(inWords),
		more > 0 && `and ${more} more, see the data of this error`,
	]
		.filter(Boolean)
		.join('\n');
}

/** `projectUid: abc, jobUids: [def, ghi]` */
function inWords(about: IDataObject): string {
	return Object.entries(about)
		.filter(([, value]) => value !== undefined && value !== null)
		.map(([name, value]) => `${name}: ${valueInWords(value)}`)
		.join(', ');
}

/** A value with blanks between the entries of a list: n8n breaks lines at nothing else, and cuts off what is too long. */
function valueInWords(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(valueInWords).join(', ')}]`;
	return typeof value === 'string' ? value : JSON.stringify(value);
}
