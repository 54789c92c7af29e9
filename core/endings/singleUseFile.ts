import type { IDataObject } from 'n8n-workflow';
import { outputBinaryField } from '../fields/binary';
import { waitOptions } from '../fields/waitOptions';
import type { PhraseRequest } from '../http/request';
import { exportFile } from './exportedFile';
import type { Ending } from '../operation/operation';
import { waitDetails } from '../waiting/waitForAsyncRequest';
import { eachAlone } from './eachAlone';
import { toFileItem } from './file';

/** A file whose download id can be used once. */
export interface SingleUseFile<V> {
	/** The download; sent at most once per id. */
	collect: (values: V, asyncRequestId: string) => PhraseRequest;
	/** An id from an earlier node to begin with; without it the operation's own request starts the first export. */
	given?: (values: V) => string;
	/** Name of the file when the answer gives none. */
	fallbackName: (values: V) => string;
	/** Members of the item's JSON besides the file's name and the id. */
	json: (values: V) => IDataObject;
}

/** The request starts an export; the operation waits for it and streams the file into a binary field. */
export function singleUseFile<V>(options: SingleUseFile<V>): Ending<V> {
	return {
		fields: { binaryPropertyName: outputBinaryField() },
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { request, values } = call;
			const { taken, asyncRequestId, waits } = await exportFile(call, {
				request,
				given: options.given?.(values),
				collect: (id) => options.collect(values, id),
				take: async (stream) => await toFileItem(call, stream, options),
			});
			return [{ ...taken, json: { ...taken.json, asyncRequestId, ...waitDetails(values, ...waits) } }];
		}),
	};
}
