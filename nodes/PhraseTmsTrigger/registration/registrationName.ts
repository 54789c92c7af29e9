import { LONGEST_WEBHOOK_TEXT } from '../../../core/phrase/webhooks/webhook';
import type { Hook } from './hook';

const SEPARATOR = ' · ';

/** How a webhook is called in Phrase. */
export interface RegistrationName {
	/** For people: which workflow and node it calls, and in which mode. */
	name: string;
	/** The end of the name, by which this node finds its webhook again whatever the workflow was called then. */
	mark: string;
}

/** Names the webhook of a node; a workflow's name that is too long is cut, and so is a node's. */
export function registrationName({
	workflow,
	node,
	mode,
}: Pick<Hook, 'workflow' | 'node' | 'mode'>): RegistrationName {
	const mark = `${SEPARATOR}${mode}${SEPARATOR}${workflow.id}/${node.id}`;
	const start = `n8n${SEPARATOR}`;
	const room = LONGEST_WEBHOOK_TEXT - start.length - SEPARATOR.length - mark.length;
	// Two thirds at most are for the node, because its name is seldom that long and tells nothing by itself.
	const shownNode = cut(node.name, Math.max(Math.floor((room * 2) / 3), room - workflow.name.length));
	const shownWorkflow = cut(workflow.name, room - shownNode.length);
	return { name: `${start}${shownWorkflow}${SEPARATOR}${shownNode}${mark}`, mark };
}

/** Cuts a text to a length in UTF-16 units, without leaving half a character. */
function cut(text: string, length: number): string {
	if (text.length <= length) return text;
	return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
