/** What has to be put away again, whatever happens. */
export class Cleanup {
	private readonly actions: Array<() => Promise<void>> = [];

	/** Remembers how something that has just been started is put away. */
	add(action: () => Promise<void>): void {
		this.actions.push(action);
	}

	/** Puts everything away, last first; a second call has nothing left to do. */
	async run(): Promise<void> {
		for (let action = this.actions.pop(); action !== undefined; action = this.actions.pop()) await action();
	}
}
