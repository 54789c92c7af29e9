import type { IDataObject } from 'n8n-workflow';
import { expectedRecord } from '../http/expected';
import { simplified, simplifyFields, type Simple } from '../fields/simplify';
import type { Ending } from '../operation/operation';
import type { OutputItem } from '../operation/part';
import { eachAlone } from './eachAlone';

/** What becomes of one object. */
export interface OneOptions<V> {
	/** The simplified version; offers 'Simplify' when given. */
	simple?: Simple;
	/** What users may see of the object, for objects that hold secrets; all of it when left out. */
	visible?: (object: IDataObject) => IDataObject;
	/** Members to put beside the object's own, such as the ids the user gave. */
	add?: (values: V, object: IDataObject) => IDataObject;
}

/** The answer is one object, which becomes one item. */
export function one<V>(options: OneOptions<V> = {}): Ending<V> {
	return {
		fields: simplifyFields(options),
		run: eachAlone(async ({ client, request, values }) => {
			const sent = request();
			return [toItem(expectedRecord(await client.send(sent), sent), values, options)];
		}),
	};
}

/** The item that an object becomes. */
export function toItem<V>(object: IDataObject, values: V, options: OneOptions<V>): OutputItem {
	const visible = options.visible?.(object) ?? object;
	return { json: { ...options.add?.(values, object), ...simplified(visible, values, options.simple) } };
}
