import type { IDataObject } from 'n8n-workflow';
import { PhraseError, toPhraseError } from '../http/errors';
import { asRecord, asText } from '../http/read';
import type { Call, Ending } from '../operation/operation';
import type { Part } from '../operation/part';
import { eachAlone } from './eachAlone';

/** What is sent batch by batch, and what becomes of each entry. */
export interface Batches<K extends string, V> {
	/** The operation's field that lists what the request is about. */
	list: K;
	/** The member of an item that names its entry, `jobUid` for instance. */
	entry: string;
	/** Most entries of one request. */
	size: number;
	/** What Phrase has done with the entries, 'deleted' for instance. */
	does: string;
	/** Members that name what the entries belong to. */
	about?: (values: V) => IDataObject;
	/** Members that say what was done with an entry, `{ deleted: true }` for instance. */
	done: IDataObject;
	/** The entries that an answer names as done, where it names them. */
	named?: (answer: IDataObject) => string[];
}

/**
 * What an item lists is sent in as many requests as it takes, one after the other; each entry becomes an item.
 * A batch that fails, or an answer that names errors of single entries, is a failed part beside the others. It names
 * its entries, and those of the batches before it that Phrase has done.
 */
export function inBatches<K extends string, V extends Record<K, string[]>>(
	batches: Batches<K, V>,
): Ending<V> {
	return {
		run: eachAlone(async (call) => {
			const parts: Part[] = [];
			const before: string[] = [];
			for (const entries of batchesOf(call.values[batches.list], batches.size)) {
				parts.push(...(await sendBatch(call, entries, batches, before)));
			}
			return parts;
		}),
	};
}

async function sendBatch<K extends string, V extends Record<K, string[]>>(
	call: Call<V>,
	entries: string[],
	{ list, entry, does, done, ...batches }: Batches<K, V>,
	before: string[],
): Promise<Part[]> {
	const about = batches.about?.(call.values);
	const failed = (error: unknown, of: string[]) => {
		const failure = toPhraseError(error).with({ about: { ...about, [list]: of } });
		if (before.length === 0) return call.failed(failure);
		const advice = `Phrase ${does} ${before.length} others before: do not send those again.`;
		const description = [failure.description, advice].filter(Boolean).join(' ');
		return call.failed(failure.with({ about: { ...failure.about, done: [...before] }, description }));
	};
	const named = new Set(entries);
	try {
		const answer = asRecord((await call.client.send(call.request({ [list]: entries }))).body);
		throwIfNotAll(answer, entries.length, does);
		const told = batches.named?.(answer);
		for (const one of entries) if (told?.includes(one) === false) named.delete(one);
	} catch (error) {
		call.signal.throwIfAborted();
		return [failed(error, entries)];
	}
	before.push(...named);
	const items = [...named].map((one) => ({ json: { ...about, [entry]: one, ...done } }));
	const others = entries.filter((one) => !named.has(one));
	return others.length === 0
		? items
		: [...items, failed(leftOut(others.length, entries.length, does), others)];
}

/** An answer that names what was done does not name all of it. */
function leftOut(missing: number, count: number, does: string): PhraseError {
	return new PhraseError({
		kind: 'refused',
		message: `Phrase ${does} ${count - missing} of ${count}, and does not say why it left out the others`,
		description: 'Look in Phrase what is different about them.',
	});
}

/**
 * An answer of 200 may say that single entries were left out. Source: schemas JobPartPatchResultDto, ErrorDetailDtoV3.
 * @throws PhraseError with Phrase's words
 */
export function throwIfNotAll({ updated, errors }: IDataObject, count: number, does: string): void {
	const said = [errors ?? []].flat();
	if (said.length === 0 && (typeof updated !== 'number' || updated >= count)) return;
	const words = said.map(inWords).filter((one) => one !== '');
	throw new PhraseError({
		kind: 'refused',
		message: `Phrase ${does} ${asText(updated) ?? 'not all'} of ${count}`,
		errorCode: said.map((one) => asText(asRecord(one).code)).find(Boolean),
		description: [
			words.length > 0 && `Phrase says: ${words.join('; ')}.`,
			'Look at the entries, and run this again for those that are left.',
		]
			.filter(Boolean)
			.join(' '),
	});
}

function inWords(error: unknown): string {
	const { code, message, args } = asRecord(error);
	const parts = [asText(error), asText(code), asText(message), args && JSON.stringify(args)];
	return parts.filter(Boolean).join(' ');
}

/** Cuts a list into lists of a certain size at most. */
export function batchesOf<T>(entries: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
		entries.slice(index * size, (index + 1) * size),
	);
}
