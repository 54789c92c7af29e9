/**
 * A call that must not be taken. Its status and message go to the caller, so the message says nothing about the
 * workflow, the credential, or what exactly differed.
 */
export class CallbackRejected extends Error {
	/**
	 * @param status HTTP status to answer with: 4xx, or 503 when Phrase is to deliver the call again
	 * @param message a few words for the caller
	 * @param options.cause why, for the log
	 */
	constructor(
		readonly status: number,
		message: string,
		options?: { cause: Error },
	) {
		super(message, options);
		this.name = 'CallbackRejected';
	}
}
