import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation } from '../operation/operation';

/** Whether the user lets the items of an operation come out of two outputs. */
export function hasTwoOutputs(context: IExecuteFunctions, { ends: { splits } }: Operation): boolean {
	return splits !== undefined && context.getNodeParameter(splits.parameter, 0, false) === true;
}

/** Puts the items of an operation into the outputs of its node: one, or two when the user splits them. */
export function intoOutputs(
	context: IExecuteFunctions,
	operation: Operation,
	items: INodeExecutionData[],
): INodeExecutionData[][] {
	const { splits } = operation.ends;
	if (splits === undefined || !hasTwoOutputs(context, operation)) return [items];
	return [items.filter((item) => splits.isFirst(item)), items.filter((item) => !splits.isFirst(item))];
}
