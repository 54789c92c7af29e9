import { readFile } from 'node:fs/promises';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { N8nClient } from '../../n8n';
import { operationsOf } from '../../scripts/operationsTable';
import { connect, sharedN8n } from './support/sharedN8n';

const PREFIX = 'n8n-nodes-phrase.';

describe('the package in n8n', () => {
	let n8n: N8nClient;
	let nodes: INodeTypeDescription[];

	beforeAll(async () => {
		n8n = connect();
		nodes = (await n8n.nodeTypes()).filter(({ name }) => name.startsWith(PREFIX));
	});

	test('brings its five nodes, and the two action nodes as tools of AI agents', () => {
		expect(nodes.map(({ name }) => name.slice(PREFIX.length)).sort()).toEqual([
			'phraseCallbackTrigger',
			'phraseLanguageAi',
			'phraseLanguageAiTool',
			'phraseTms',
			'phraseTmsPollingTrigger',
			'phraseTmsTool',
			'phraseTmsTrigger',
		]);
	});

	test('lets n8n start without loading a node', async () => {
		const log = await readFile(sharedN8n().logFile, 'utf8');
		expect(log).toContain('Lazy-loading nodes and credentials from n8n-nodes-phrase');
	});

	test('brings its three credential types', async () => {
		const names = (await n8n.credentialTypes())
			.map(({ name }) => name)
			.filter((name) => name.startsWith('phrase'));
		expect(names.sort()).toEqual(['phraseLanguageAiApi', 'phraseTmsApi', 'phraseTmsOAuth2Api']);
	});

	test('has pictures that n8n can show', async () => {
		const urls = nodes.flatMap(({ iconUrl }) =>
			typeof iconUrl === 'object' ? [iconUrl.light, iconUrl.dark] : [iconUrl],
		);
		expect(urls.length).toBeGreaterThan(0);
		for (const url of urls) {
			const response = await fetch(`${sharedN8n().url}/${url}`);
			expect([url, response.status, response.headers.get('content-type')]).toEqual([
				url,
				200,
				expect.stringContaining('image/svg+xml'),
			]);
		}
	});

	test('leads to API > Call where n8n would lead to its HTTP Request node', () => {
		const actionNodes = nodes.filter((node) => operationsOf(node).length > 0);
		expect(actionNodes).toHaveLength(4);
		for (const node of actionNodes) {
			expect(JSON.stringify(node)).not.toContain('__CUSTOM_API_CALL__');
			expect(operationsOf(node)).toContainEqual(
				expect.objectContaining({ resource: 'api', action: 'Make a custom API call' }),
			);
		}
	});

	test('says what each operation puts out, as the editor asks for it', async () => {
		const schemas = nodes.flatMap((node) =>
			operationsOf(node)
				// What a call puts out depends on the endpoint.
				.filter(({ resource, operation }) => `${resource} ${operation}` !== 'api call')
				.map(({ resource, operation }) => `${node.name}/2.0.0/${resource}/${operation}.json`),
		);
		expect(schemas.length).toBeGreaterThan(50);
		for (const schema of schemas) {
			const response = await fetch(`${sharedN8n().url}/schemas/${schema}`);
			expect([schema, response.status]).toEqual([schema, 200]);
			expect(await response.json()).toMatchObject({ type: 'object', properties: expect.any(Object) });
		}
	});
});
