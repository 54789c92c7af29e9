import type { IExecuteFunctions } from 'n8n-workflow';

/** Hands hints to n8n, each text once per run. */
export function hints(context: IExecuteFunctions): (text: string) => void {
	const told = new Set<string>();
	return (text) => {
		if (told.has(text)) return;
		told.add(text);
		context.logger.info(text, { node: context.getNode().name });
		context.addExecutionHints({ message: text, type: 'info', location: 'outputPane' });
	};
}
