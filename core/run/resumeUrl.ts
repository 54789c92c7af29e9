import { ParameterError } from '../http/errors';
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { isTool } from '../fields/isTool';

/**
 * The URL that wakes this execution when it sleeps. In n8n 2 it has a token, one per execution, which is part
 * of the URL only when it is read in this way.
 *
 * @throws ParameterError when an AI agent runs the node as its tool: such a run cannot sleep
 */
export function resumeUrlOf(context: IExecuteFunctions): string {
	if (isTool(context.getNode())) {
		throw new ParameterError(
			'An AI agent cannot wait by callback',
			'Let the tool wait by polling, or notify a Phrase Callback Trigger.',
		);
	}
	return z.url().parse(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
}
