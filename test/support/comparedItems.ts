import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** Members whose values differ from one start of the same work to the next. */
const OF_THE_START =
	/^(asyncRequestId|asyncRequest|id|uid|jobUid|jobUids|analysisId|analyse|downloadTaskId|uploadTaskId|fileTranslationUid|innerId|url|expiresAt|wait|date.*|about|message|description|actionId)$/;

/**
 * What can be compared of the items that two runs have put out: members, bytes of files, and pairing.
 * @param hashOf a digest of the bytes of a file
 */
export async function comparedItems(
	items: INodeExecutionData[],
	hashOf: (file: IBinaryData) => Promise<string>,
) {
	return await Promise.all(
		items.map(async ({ json, binary = {}, pairedItem }) => ({
			json: comparable(json),
			files: await Promise.all(
				Object.entries(binary).map(async ([name, file]) => {
					const { fileName, mimeType } = file;
					return { name, fileName, mimeType, hash: await hashOf(file) };
				}),
			),
			pairedItem,
		})),
	);
}

function comparable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(comparable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			OF_THE_START.test(name) ? typeof member : comparable(member),
		]),
	);
}
