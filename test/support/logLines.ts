import { Container } from '@n8n/di';
import { Logger } from '@n8n/backend-common';

/** A line of n8n's log: its level, and its text. */
export type LogLine = [level: 'error' | 'warn' | 'info', text: string];

/** Collects what is written to n8n's log from now on, until the test restores its mocks. */
export function logLines(): LogLine[] {
	const lines: LogLine[] = [];
	const logger = Container.get(Logger);
	for (const level of ['error', 'warn', 'info'] as const) {
		jest.spyOn(logger, level).mockImplementation((...[text]) => void lines.push([level, text]));
	}
	return lines;
}
