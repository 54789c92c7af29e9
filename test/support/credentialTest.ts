import { additionalDataFor, CredentialStore, nodeTypes } from '../../n8n/inProcess';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IExecuteData,
	type INode,
	type INodeType,
} from 'n8n-workflow';

/** What n8n shows after the test of a credential. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** What the error of n8n's request helper tells. */
interface RequestError {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

/**
 * Presses the test button of a credential. The test's request goes through n8n-core's routing node and
 * request helper. The outcome is judged as n8n's server does it (n8n 2.41,
 * `CredentialsTester.runRequestTest`).
 */
export async function testCredential(
	type: ICredentialType,
	data: object,
	credentials = new CredentialStore({ [type.name]: data }),
): Promise<CredentialTestResult> {
	const node: INode = {
		id: 'temp',
		// The routing node finds the request here; the server's helper knows a test by this parameter and node type.
		parameters: { temp: '' },
		name: 'Temp-Node',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [0, 0],
		credentials: credentials.references,
	};
	const nodeType: INodeType = {
		description: {
			displayName: 'No Operation',
			name: 'noOp',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Temp-Node' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: type.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: type.test?.request },
					default: '',
				},
			],
		},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypes({ [node.type]: nodeType }),
	});
	const executeData: IExecuteData = { node, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(node, credentials),
		'internal',
		createRunExecutionData({}),
		0,
		[],
		{ main: [[{ json: {} }]] },
		executeData,
		[],
	);
	const decrypted = { id: '', name: '', type: type.name, data: data as ICredentialDataDecryptedObject };
	try {
		const response = await new RoutingNode(context, nodeType, decrypted).runNode();
		return judgeBody(type, response?.[0]?.[0]?.json);
	} catch (error) {
		return { status: 'Error', message: messageOf(type, error as RequestError) };
	}
}

function judgeBody(type: ICredentialType, body: unknown): CredentialTestResult {
	for (const rule of type.test?.rules ?? []) {
		if (rule.type !== 'responseSuccessBody') continue;
		const found =
			typeof body === 'object' && body !== null
				? (Reflect.get(body, rule.properties.key) as unknown)
				: undefined;
		if (found === rule.properties.value) return { status: 'Error', message: rule.properties.message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function messageOf(type: ICredentialType, { message, cause }: RequestError): string {
	if (!cause?.response) return cause?.code ?? message;
	const { status, statusText } = cause.response;
	for (const rule of type.test?.rules ?? []) {
		if (rule.type === 'responseCode' && rule.properties.value === status) return rule.properties.message;
	}
	return statusText ?? `Received HTTP status code: ${status}`;
}
