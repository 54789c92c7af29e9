/** A text of Phrase with an end, so that others can follow: n8n shows all lines of a description as one. */
export function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
