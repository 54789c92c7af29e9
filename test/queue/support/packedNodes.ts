const VARIABLE = 'QUEUE_PACKED_NODES';

/** Tells the tests, which do not share variables with the set-up, where the tarball of the nodes is. */
export function sharePackedNodes(tarball: string): void {
	process.env[VARIABLE] = tarball;
}

/** Path of the tarball of the nodes. */
export function packedNodes(): string {
	return process.env[VARIABLE] ?? '';
}
