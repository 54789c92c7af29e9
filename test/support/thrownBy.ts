/** What a promise rejects with; a promise that does not is a mistake of the test. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
	return await promise.then(
		() => {
			throw new Error('Expected an error, but everything went well');
		},
		(error: unknown) => error,
	);
}
