/** Why Phrase answers 429. */
export type TooMany =
	/** More requests in a minute than it allows. */
	| 'inAMinute'
	/** More requests at the same time than it allows. */
	| 'atOnce';

/**
 * Which limit an answer 429 is about: Phrase tells the limit of requests at the same time in headers, and has none for
 * the other one.
 * Source: Phrase's guide "Handling concurrent API limits".
 *
 * @param headers names in lower case
 */
export function tooMany(headers: Readonly<Record<string, string>>): TooMany {
	return 'ratelimit-limit' in headers && 'ratelimit-remaining' in headers ? 'atOnce' : 'inAMinute';
}
