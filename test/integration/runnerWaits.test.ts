import { NodeConnectionTypes, type INodeType } from 'n8n-workflow';
import { describe as describeNode } from '../../core/operation/describe';
import { eachAlone } from '../../core/endings/eachAlone';
import { defineOperation, type Call, type Resources } from '../../core/operation/operation';
import { runOperation } from '../../core/run/runner';
import { limitMs } from '../../core/waiting/deadline';
import { hintAtCallbacks } from '../../core/waiting/waitFor';
import { waitOptions } from '../../core/fields/waitOptions';
import { GET } from '../../core/http/request';
import { runNode } from '../../n8n/inProcess';

/** A node with one operation, which shows a test how it is called. */
class OneOperation implements INodeType {
	readonly description: INodeType['description'];

	readonly execute: NonNullable<INodeType['execute']>;

	constructor(name: string, run: (call: Call<unknown>) => Promise<object>) {
		const operation = defineOperation(
			{ name: 'Try', action: 'Try it', description: 'Try it', fields: {} },
			{
				request: () => GET`/nowhere`,
				ends: {
					options: waitOptions,
					run: eachAlone(async (call) => [{ json: { ...(await run(call)) } }]),
				},
			},
		);
		const resources: Resources = {
			thing: { name: 'Thing', operations: { try: operation }, defaultOperation: 'try' },
		};
		this.description = {
			displayName: 'One Operation',
			name,
			group: ['transform'],
			version: 1,
			description: 'Has one operation',
			defaults: { name: 'One Operation' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'phraseTmsApi' }],
			properties: describeNode(resources, 'thing'),
		};
		this.execute = async function () {
			return await runOperation(this, { resources, product: 'tms', credentialType: 'phraseTmsApi' });
		};
	}
}

const credentials = { phraseTmsApi: { authType: 'apiToken', region: 'eu', apiToken: 'secret' } };
const parameters = { resource: 'thing', operation: 'try', options: { timeLimit: 120 } };

/** Runs an operation and gives what it told, with the hints of the run. */
async function run(name: string, operation: (call: Call<unknown>) => Promise<object>, items = 1) {
	const { items: output, context } = await runNode(new OneOperation(name, operation), {
		parameters,
		credentials,
		items: Array.from({ length: items }, () => ({ json: {} })),
	});
	return { json: output.map(({ json }) => json), hints: context.hints.map(({ message }) => message) };
}

it('bounds a wait at a minute where an AI agent waits for it, whatever the time limit', async () => {
	const limit = async (call: Call<unknown>) => await Promise.resolve({ limitMs: limitMs(call) });
	expect((await run('oneOperation', limit)).json).toEqual([{ limitMs: 120 * 60_000 }]);
	expect((await run('oneOperationTool', limit)).json).toEqual([{ limitMs: 60_000 }]);
});

it('hints once at callbacks when polling took long', async () => {
	const polled = (elapsedMs: number) => async (call: Call<unknown>) => {
		hintAtCallbacks(call, { polls: 1, elapsedMs });
		return await Promise.resolve({});
	};
	expect((await run('oneOperation', polled(119_000), 3)).hints).toEqual([]);
	expect((await run('oneOperation', polled(121_000), 3)).hints).toEqual([
		expect.stringContaining("choose 'Sleep Until Phrase Calls Back'"),
	]);
});
