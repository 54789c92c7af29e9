/** What is known of a call to Phrase that did not succeed. */
export interface PhraseErrorDetails {
	/** What happened, one sentence for the user. */
	message: string;
	/** Phrase's own description and the next step, for the user. */
	description?: string;
	/** HTTP status of the answer, when there was one. */
	httpCode?: number;
	/** Phrase's error code, for example `AuthUnauthorized`. */
	errorCode?: string;
	/** Value of the `Memsource-Action-Id` header: what Phrase's support asks for. */
	actionId?: string;
	/** Whether the same call may succeed when it is started anew. */
	transient?: boolean;
}

/**
 * A call to Phrase that did not succeed, whatever the reason and whatever the product's error style.
 * Holds no token, no request body and no stack of the HTTP client.
 */
export class PhraseError extends Error {
	readonly description?: string;
	readonly httpCode?: number;
	readonly errorCode?: string;
	readonly actionId?: string;
	readonly transient: boolean;

	constructor(details: PhraseErrorDetails) {
		super(details.message);
		this.name = 'PhraseError';
		this.description = details.description;
		this.httpCode = details.httpCode;
		this.errorCode = details.errorCode;
		this.actionId = details.actionId;
		this.transient = details.transient ?? false;
	}
}
