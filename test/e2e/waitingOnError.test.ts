import { randomBytes } from 'node:crypto';
import type { INodeExecutionData } from 'n8n-workflow';
import { MANUAL_TRIGGER, type N8nClient, type N8nExecution } from '../../n8n';
import { useSandbox } from '../support/useSandbox';
import { uniqueName } from './support/credentials';
import { connect } from './support/sharedN8n';
import {
	ENDED,
	FAILED,
	START,
	WAIT,
	WAIT_OPERATIONS,
	waitOnErrorWorkflow,
	type Fate,
	type WaitOperation,
} from './support/waitOperations';

/** n8n looks once a minute which sleeping executions are to be woken, ms. */
const WAKING_DEADLINE_MS = 240_000;

const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
type OnError = (typeof ON_ERROR)[number];

/** What becomes of the work, one to three items of it. */
const CASES: ReadonlyArray<{ name: string; fates: Fate[]; calls: boolean }> = [
	{ name: '1 woken', fates: ['ends'], calls: true },
	{ name: '2 woken', fates: ['ends', 'ends'], calls: true },
	{ name: '3 woken', fates: ['ends', 'ends', 'ends'], calls: true },
	{ name: '1 failed', fates: ['fails'], calls: true },
	{ name: '1 of 2 failed', fates: ['fails', 'ends'], calls: true },
	{ name: '1 of 3 failed', fates: ['ends', 'fails', 'ends'], calls: true },
	{ name: '1 timed out', fates: ['ends'], calls: false },
	{ name: '2 timed out', fates: ['ends', 'ends'], calls: false },
	{ name: '3 timed out', fates: ['ends', 'ends', 'ends'], calls: false },
	{ name: '2 timed out, 1 had failed before', fates: ['ends', 'hasFailed', 'ends'], calls: false },
];

const OPERATIONS = Object.entries<WaitOperation>(WAIT_OPERATIONS);

/** Whether a case can be made of an operation: nothing but a callback tells that a connector has failed. */
function isPossible(member: string, fates: Fate[], onError: OnError): boolean {
	return !fates.includes('hasFailed') || (member === 'asyncRequestId' && onError !== 'stopWorkflow');
}

/** Whatever a Wait operation is set to do on errors: each item comes out once, on its own branch. */
describe('waiting by callback, and On Error', () => {
	let n8n: N8nClient;
	/** A Phrase that calls back, and one that does not. */
	const phrases = [useSandbox({ keepsState: true }), useSandbox({ keepsState: true })];
	/** All executions sleep at the same time, since some do so for minutes. */
	const executions = new Map<string, string>();

	const keyOf = (operation: string, onError: OnError, name: string) => `${operation} ${onError} ${name}`;

	beforeAll(async () => {
		n8n = connect();
		for (const [drop, sandbox] of phrases.entries()) {
			const ms = drop === 0 ? 4000 : 3_600_000;
			sandbox.configure({
				times: { exportMs: ms, connectorDownloadMs: ms, mtMs: ms },
				callbacks: { drop, shuffleMs: 1000 },
			});
			for (const [name, operation] of OPERATIONS) {
				const credential = await n8n.createCredential(uniqueName(), operation.credentialType, {
					...sandbox.credentials[operation.credentialType],
					// Only a signed callback tells that a connector has failed.
					callbackSigningSecret: randomBytes(24).toString('hex'),
				});
				for (const onError of ON_ERROR) {
					for (const { name: what, fates, calls } of CASES) {
						if (calls !== (drop === 0) || !isPossible(operation.member, fates, onError)) continue;
						const works = operation.works(sandbox, fates);
						const workflow = waitOnErrorWorkflow(operation, credential, works, onError, {
							sleepLimitUnit: calls ? 'hours' : 'minutes',
						});
						const id = await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER);
						executions.set(keyOf(name, onError, what), id);
					}
				}
			}
		}
	}, WAKING_DEADLINE_MS);

	const itemsOf = (execution: N8nExecution, node: string) =>
		execution.runs(node) === 0 ? [] : execution.items(node);

	/** Which items of the wait's input came out, in their order. */
	const origins = (items: INodeExecutionData[]) =>
		items.map(({ pairedItem }) =>
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined,
		);

	describe.each(OPERATIONS)('%s', (operation, { member }) => {
		describe.each(ON_ERROR)('%s', (onError) => {
			const cases = CASES.filter(({ fates }) => isPossible(member, fates, onError));

			test.each(cases)(
				'$name',
				async ({ name, fates, calls }) => {
					const id = executions.get(keyOf(operation, onError, name)) ?? '';
					const execution = await n8n.ended(id, WAKING_DEADLINE_MS);
					const ids = execution.texts(START, member);
					expect(ids).toHaveLength(fates.length);
					const failed = fates.map((fate) => fate !== 'ends');

					if (onError === 'stopWorkflow' && failed.includes(true)) {
						expect([execution.status, execution.lastNode]).toEqual(['error', WAIT]);
						expect(execution.runs(ENDED)).toBe(0);
						return;
					}
					expect(execution.error).toBeUndefined();
					expect(execution.runs(WAIT)).toBe(1);
					const toError = onError === 'continueErrorOutput';
					const ended = itemsOf(execution, ENDED);
					const apart = itemsOf(execution, FAILED);
					const indexes = fates.map((_, index) => index);
					const onBranch = (isFailed: boolean) => indexes.filter((index) => failed[index] === isFailed);
					expect(ended.map(({ json }) => 'error' in json)).toEqual(
						toError ? onBranch(false).map(() => false) : failed,
					);
					expect(apart.map(({ json }) => 'error' in json)).toEqual(
						toError ? onBranch(true).map(() => true) : [],
					);

					const wait = itemsOf(execution, WAIT);
					expect(origins(wait)).toEqual(toError ? onBranch(false) : indexes);
					for (const { json } of ended) {
						if ('error' in json) continue;
						expect(ids).toContain(json[member]);
						expect(json.wait).toMatchObject({ mode: 'callback', ended: calls, timedOut: !calls });
					}
					// n8n puts what an item came in with beside its error, on the branch for errors.
					expect(apart.map(({ json }) => json[member])).toEqual(
						toError ? onBranch(true).map((index) => ids[index]) : [],
					);
				},
				WAKING_DEADLINE_MS,
			);
		});
	});
});
