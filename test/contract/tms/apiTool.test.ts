import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { runNode } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { byId } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** Runs the node as n8n makes it for an AI agent. */
async function asTool(operation: string, parameters: INodeParameters) {
	const tool = new PhraseTms();
	tool.description = { ...tool.description, name: 'phraseTmsTool' };
	const { items } = await runNode(tool, {
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } },
		parameters: { authentication: 'phraseTmsApi', resource: 'api', operation, ...parameters },
	});
	return items.map(({ json }) => json);
}

const find = async (query: string) => await asTool('findEndpoint', { query });

it('an agent finds an endpoint by words, and calls it with one JSON object', async () => {
	const [found] = await find('get a project');
	expect(found).toMatchObject({ title: 'Get a project', parameters: 'projectUid*: string' });
	const jsonParameters = JSON.stringify({ projectUid: sandbox.seed.project.uid });
	const [answer] = await asTool('call', { endpoint: byId(String(found?.endpoint)), jsonParameters });
	expect(answer).toMatchObject({ name: 'Sandbox project' });
});

it('nobody is asked to find one, and what is found is short', async () => {
	for (const query of ['job', 'translation memory', 'user', 'I want to delete everything in a project']) {
		const found = await find(query);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThanOrEqual(10);
		expect(JSON.stringify(found).length).toBeLessThan(12_000);
	}
	expect(sandbox.requests()).toEqual([]);
});

it('an endpoint that is found alone comes with the types that it names', async () => {
	const found = await find('createAnalyseAsyncV2');
	expect(found).toHaveLength(1);
	expect(found[0]).toMatchObject({
		endpoint: 'POST /api2/v2/analyses',
		parameters: expect.stringMatching(/^jobs\*: UidReference\[1\.\.50000\], /),
		types: expect.stringContaining('UidReference { uid*: string }'),
	});
	expect(JSON.stringify(found).length).toBeLessThan(8_000);
});

it('an old endpoint names the newer one', async () => {
	const found = await find('completedFileV2');
	expect(found[0]?.supersededBy).toBe('PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile');
});

it('an agent is told that it cannot handle files', async () => {
	for (const endpoint of ['uploadGlossary', 'downloadAnalyse']) {
		await expect(asTool('call', { endpoint: byId(endpoint) })).rejects.toThrow(
			'a file, which an AI agent cannot handle',
		);
	}
});

it('a tool asks for JSON, a workflow for fields', () => {
	const { description } = new PhraseTms();
	const asked = (name: string) =>
		NodeHelpers.getNodeParameters(
			description.properties,
			{ resource: 'api', operation: 'call', endpoint: byId('getProject') },
			true,
			false,
			{ typeVersion: 2 },
			{ ...description, name },
		)?.parameterInput;
	expect([asked('phraseTms'), asked('phraseTmsTool')]).toEqual(['fields', 'json']);
});
