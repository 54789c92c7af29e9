import type { INodeExecutionData, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { executeContext } from '../../n8n/inProcess';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import type { LaneContender } from '../lane/protocol';
import { AS_SHIPPED, httpRequest, SIGNED_IN } from '../peers/httpRequest';

/** Files that become jobs. */
export interface StormInput {
	credential: Record<string, unknown>;
	projectUid: string;
	/** How many files. */
	count: number;
}

const TARGET_LANGS = ['de'];

let made = 0;

/** Small files that nobody has seen. */
function filesOf(count: number): INodeExecutionData[] {
	return Array.from({ length: count }, () => {
		const fileName = `file-${process.pid}-${++made}.txt`;
		const data = Buffer.from(fileName).toString('base64');
		return { json: { fileName }, binary: { data: { data, fileName, mimeType: 'application/octet-stream' } } };
	});
}

/** Runs a node that continues when an item fails, and counts those. */
async function node(
	type: INodeType | IVersionedNodeType,
	{ credential, count }: StormInput,
	rest: Omit<Parameters<typeof executeContext>[1] & object, 'items' | 'credentials'>,
) {
	const { context, nodeType } = await executeContext(type, {
		...rest,
		items: filesOf(count),
		credentials: { phraseTmsApi: credential },
		continueOnFail: true,
	});
	return async () => {
		const [items = []] = (await nodeType.execute?.call(context)) as INodeExecutionData[][];
		return () => ({ facts: { failed: items.filter(({ json }) => 'error' in json).length } });
	};
}

const phraseTms: LaneContender<StormInput> = async (input) =>
	await node(new PhraseTms(), input, {
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'create',
			projectUid: { __rl: true, mode: 'id', value: input.projectUid },
			targetLangs: TARGET_LANGS,
			waitForCompletion: false,
		},
	});

const httpRequestNode: LaneContender<StormInput> = async (input) =>
	await node(httpRequest(), input, {
		...AS_SHIPPED,
		parameters: {
			...SIGNED_IN,
			method: 'POST',
			url: `${String(input.credential.tmsUrl)}/api2/v1/projects/${input.projectUid}/jobs`,
			sendHeaders: true,
			headerParameters: {
				parameters: [
					{ name: 'Memsource', value: JSON.stringify({ targetLangs: TARGET_LANGS }) },
					{ name: 'Content-Disposition', value: "=attachment; filename*=UTF-8''{{ $json.fileName }}" },
				],
			},
			sendBody: true,
			contentType: 'binaryData',
			inputDataFieldName: 'data',
			options: {},
		},
	});

/** Make a job of each file, and continue when one fails. */
export const contenders = { phraseTms, httpRequest: httpRequestNode };
