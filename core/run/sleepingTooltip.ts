import { chosenAction } from '../operation/subtitle';
import type { Resources } from '../operation/operation';

/** Stands in a resume URL before the time until which the execution sleeps at most. */
const UNTIL = '#until=';

/**
 * The URL that wakes an execution, for the editor: with the time at which it wakes by itself. Nobody sends what comes
 * behind a `#`. The editor shows the time by `sleepingTooltip`, which sees nothing else of the run.
 * @param until ISO 8601
 */
export function resumeUrlUntil(resumeUrl: string, until: string): string {
	return `${resumeUrl}${UNTIL}${until}`;
}

/**
 * What the editor shows at a node in which an execution sleeps: what the node does, and until when at most. n8n 1 gives
 * the expression a resume URL of its own making, without a time. There the expression shows the limit that the user has
 * set, and n8n itself shows the time on the canvas.
 * @returns an expression, which the editor evaluates with the node's parameters
 */
export function sleepingTooltip(resources: Resources): string {
	const time = `DateTime.fromISO($execution.resumeUrl.split("${UNTIL}")[1])`;
	const limit = '$parameter["sleepLimit"]';
	const unit = `$parameter["sleepLimitUnit"].replace(/s$/, ${limit} === 1 ? "" : "s")`;
	const until = `${time}.isValid ? "at the latest until " + ${time}.toFormat("d MMM yyyy, HH:mm ZZZZ")`;
	return `={{ ${chosenAction(resources)} + ": asleep until Phrase calls back, " + (${until} : ${limit} + " " + ${unit} + " at most") }}`;
}
