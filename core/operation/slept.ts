/** What a run knows of the sleep that it has been woken from. */
export interface Slept {
	/** When the execution began to wait, ISO 8601. */
	since: string;
	/** How many callbacks have woken it so far. */
	callbacks: number;
	/** What a callback said of the item's work that failed, where only callbacks tell. */
	failure?: string;
}
