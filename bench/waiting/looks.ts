/** Whether a request asks for the state of asynchronous requests: lists, single reads and limits. */
export function isLook(path: string): boolean {
	return path.includes('/api2/v1/async');
}
