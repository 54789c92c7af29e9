import type { INodeParameters, NodeOperationError } from 'n8n-workflow';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const download = { resource: 'job', operation: 'downloadTargetFile' };

const errorOf = async (parameters: INodeParameters) =>
	(await thrownBy(runTms(sandbox, parameters, { items: [{ json: {} }] }))) as NodeOperationError;

it.each<[string, INodeParameters, string, string]>([
	[
		'that a node of ours put there',
		{ ...download, jobUid: byId('a') },
		"'Project': choose one from the list, or give its ID",
		'{{ $json.projectUid }}',
	],
	[
		'that the user wrote',
		{ ...download, projectUid: byId('a'), jobUid: byId('={{ $json.none }}') },
		"'Job': choose one from the list, or give its ID",
		'{{ $json.none }}',
	],
	[
		'of a list',
		{ ...download, operation: 'preTranslate', projectUid: byId('a') },
		"'Job UIDs': ",
		'{{ $json.jobUids ?? $json.jobUid }}',
	],
])('an expression %s is named when it gives nothing', async (_whose, parameters, message, expression) => {
	const error = await errorOf(parameters);
	expect(error.message).toContain(message);
	expect(error.description).toBe(
		`The expression ${expression} gives nothing for this item. Let it read a node whose items have that, or choose a value.`,
	);
	expect(sandbox.requests()).toEqual([]);
});

it.each<[INodeParameters]>([
	[{ ...download, projectUid: byId(''), jobUid: byId('a') }],
	[{ ...download, projectUid: byId('={{ ".." }}'), jobUid: byId('a') }],
])('no expression is blamed for %j', async (parameters) => {
	expect((await errorOf(parameters)).description).toBeUndefined();
});
