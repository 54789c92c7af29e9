import type { IDataObject } from 'n8n-workflow';
import { inParallel } from '../concurrency/inParallel';
import { PhraseError, toPhraseError } from '../http/errors';
import { asRecord, asRecords, asText } from '../http/read';
import type { Call, Ending, Part } from '../operation/operation';
import { eachAlone } from './eachAlone';

/** What is sent batch by batch. */
export interface Batches<K extends string> {
	/** The operation's field that lists what the request is about. */
	list: K;
	/** Most entries of one request. */
	size: number;
	/** What Phrase does with the entries, 'Phrase deleted' for instance. */
	done: string;
	/** Members of the item besides the entries and the answer's own. */
	add?: IDataObject;
}

/**
 * What an item lists is sent in as many requests as it takes; each gives an item with its entries. A batch that fails,
 * or an answer that names errors of single entries, is a failed part beside the others, which names its entries.
 */
export function inBatches<K extends string, V extends Record<K, string[]>>(batches: Batches<K>): Ending<V> {
	return {
		run: eachAlone(async (call) => {
			const parts = batchesOf(call.values[batches.list], batches.size);
			const run = async (entries: string[]) => await sendBatch(call, entries, batches);
			return await call.slots.lend(async () => await inParallel(parts, call.slots, run));
		}),
	};
}

async function sendBatch<K extends string, V extends Record<K, string[]>>(
	call: Call<V>,
	entries: string[],
	{ list, done, add }: Batches<K>,
): Promise<Part> {
	const about = { [list]: entries };
	try {
		const { body } = await call.client.send(call.request({ [list]: entries }));
		const answer = asRecord(body);
		const errors = asRecords(answer.errors);
		if (errors.length > 0)
			throw inPart(errors, `${done} ${asText(answer.updated) ?? 'not all'} of ${entries.length}`);
		return { json: { ...about, ...add, ...answer } };
	} catch (error) {
		call.signal.throwIfAborted();
		return call.failed(toPhraseError(error).with({ about }));
	}
}

/** Source: schema ErrorDetailDtoV3. */
function inPart(errors: IDataObject[], message: string): PhraseError {
	const words = errors.map(({ code, message: text, args }) =>
		[asText(code), asText(text), args && JSON.stringify(args)].filter(Boolean).join(' '),
	);
	return new PhraseError({
		kind: 'refused',
		message,
		errorCode: asText(errors[0]?.code),
		description: `Phrase says: ${words.join('; ')}. Look at the entries, and run this again for those that are left.`,
	});
}

function batchesOf<T>(entries: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
		entries.slice(index * size, (index + 1) * size),
	);
}
