import { startSandbox, type LoggedRequest, type Sandbox, type SandboxOptions } from '../../sandbox';

/** How tests use a sandbox. */
interface Use extends SandboxOptions {
	/** Whether tests send on purpose what breaks the contract, members that it does not know, or an id twice. */
	provokes?: boolean;
	/** Whether the sandbox goes on from test to test; else each test begins with the seed. */
	keepsState?: boolean;
}

/**
 * A sandbox for the tests of a file, or of a `describe` block: started before the first, closed after the last, and back
 * at its seed before each. A test fails, and says why, when a request in it broke the contract or had members
 * that Phrase does not know. It also fails when the sandbox's own answer broke the contract. The tests after
 * it are not affected.
 *
 * @returns the sandbox, to be used from `beforeAll` on
 */
export function useSandbox({ provokes = false, keepsState = false, ...options }: Use = {}): Sandbox {
	let running: Sandbox | undefined;
	let isUsed = false;
	const sandbox = standIn(() => {
		if (running === undefined) throw new Error('The sandbox is there from beforeAll on');
		return running;
	});

	beforeAll(async () => {
		running = await startSandbox(options);
	});

	// Before, and not after: what a test looks at in its own `afterEach` is still there.
	beforeEach(async () => {
		if (isUsed && !keepsState) await sandbox.reset();
		isUsed = true;
	});

	afterEach(() => {
		const mistakes = mistakesIn(sandbox, provokes);
		if (mistakes.length > 0) throw new Error(`The sandbox objects:\n${mistakes.join('\n')}`);
	});

	afterAll(async () => await running?.close());

	return sandbox;
}

/** Passes on every member of a sandbox that is not there yet. */
function standIn(running: () => Sandbox): Sandbox {
	return new Proxy({} as Sandbox, {
		get: (_target, member) => Reflect.get(running(), member) as unknown,
	});
}

/**
 * What went wrong between the tests and a sandbox, in words: one for each request.
 *
 * @param provokes whether the requests themselves are wrong on purpose
 */
export function mistakesIn(sandbox: Sandbox, provokes: boolean): string[] {
	const mistakes = sandbox
		.requests()
		.flatMap((request) => [
			...(provokes ? [] : inRequest(request)),
			...told(request, "the sandbox's own answer broke the contract", request.responseViolation),
		]);
	const { spentIdReuse } = sandbox.counters();
	if (!provokes && spentIdReuse > 0) mistakes.push(`${spentIdReuse} downloads with a spent id`);
	return mistakes;
}

function inRequest(request: LoggedRequest): string[] {
	return [
		...told(request, 'the request broke the contract', request.contractViolation),
		...told(request, 'Phrase does not know these members', request.unknownMembers?.join(', ')),
	];
}

function told({ method, path, query }: LoggedRequest, what: string, why: string | undefined): string[] {
	return why === undefined ? [] : [`${method} ${path}${query && `?${query}`}: ${what}: ${why}`];
}
