import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { home, storeBinary } from '../../n8n/inProcess';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import type { LaneContender, Told } from '../lane/protocol';
import { inCore, type NodeWork } from '../lane/runInCore';
import { seededFile } from '../memory/seededFile';
import { bareJson, barePhrase, bareRequest, type BarePhrase } from '../peers/bareUndici';
import { AS_SHIPPED, httpRequest, SIGNED_IN } from '../peers/httpRequest';
import { nodeOf } from '../peers/nodeOf';

/** A file of a job. */
export interface FileInput {
	credential: Record<string, unknown>;
	projectUid: string;
	/** Job whose target file is downloaded. */
	jobUid: string;
	/** Size of the file that is uploaded, in bytes. */
	bytes: number;
}

const TARGET_LANGS = ['de'];
const FILE_NAME = 'large.bin';

/** Headers that make a job of a body. */
const UPLOAD_HEADERS = {
	Memsource: JSON.stringify({ targetLangs: TARGET_LANGS }),
	'Content-Disposition': `attachment; filename*=UTF-8''${FILE_NAME}`,
};

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Has the target file made, and tells where it can be downloaded once. */
async function exported({ credential, projectUid, jobUid }: FileInput) {
	const phrase = barePhrase(credential, 1);
	const job = `/projects/${projectUid}/jobs/${jobUid}`;
	const { asyncRequest } = (await bareJson(phrase, 'PUT', `/api2/v3${job}/targetFile`, {})) as {
		asyncRequest: { id: string };
	};
	for (;;) {
		const { asyncResponse } = (await bareJson(phrase, 'GET', `/api2/v1/async/${asyncRequest.id}`)) as {
			asyncResponse: object | null;
		};
		if (asyncResponse !== null) break;
	}
	return { phrase, id: asyncRequest.id, path: `/api2/v2${job}/downloadTargetFile/${asyncRequest.id}` };
}

async function node(
	{ credential }: FileInput,
	work: Omit<NodeWork, 'credentials'>,
	tell: (item: INodeExecutionData | undefined) => Promise<Told>,
) {
	const run = await inCore({ ...work, credentials: { phraseTmsApi: credential } });
	return async () => {
		const [item] = await run();
		return async () => await tell(item);
	};
}

/** How large a downloaded file is that n8n keeps on disk. */
async function sizeOf(binary: IBinaryData | undefined): Promise<Told> {
	const [, id = ''] = (binary?.id ?? '').split(':');
	return { facts: { bytes: (await stat(join(home, 'binaryData', id))).size } };
}

const fileOf = async (item: INodeExecutionData | undefined) => await sizeOf(item?.binary?.data);

const download: Record<string, LaneContender<FileInput>> = {
	phraseTms: async (input) => {
		const { id } = await exported(input);
		const parameters = {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'downloadTargetFileByAsyncRequest',
			projectUid: byId(input.projectUid),
			jobUid: byId(input.jobUid),
			asyncRequestId: id,
		};
		return await node(input, { type: new PhraseTms(), parameters, items: [{ json: {} }] }, fileOf);
	},
	httpRequest: async (input) => {
		const { path } = await exported(input);
		const parameters = {
			...SIGNED_IN,
			url: `${String(input.credential.tmsUrl)}${path}`,
			options: { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } },
		};
		return await node(
			input,
			{ type: httpRequest(), ...AS_SHIPPED, parameters, items: [{ json: {} }] },
			fileOf,
		);
	},
	loop: async (input) => {
		const { path } = await exported(input);
		let binary: IBinaryData | undefined;
		const type = nodeOf(async (_parameter, context) => {
			const body = (await context.helpers.httpRequestWithAuthentication.call(context, 'phraseTmsApi', {
				url: `${String(input.credential.tmsUrl)}${path}`,
				encoding: 'arraybuffer',
			})) as Buffer;
			binary = await context.helpers.prepareBinaryData(Buffer.from(body), FILE_NAME);
			return [{}];
		}, 'one after the other');
		return await node(
			input,
			{ type, parameters: {}, items: [{ json: {} }] },
			async () => await sizeOf(binary),
		);
	},
	bare: async (input) => {
		const { phrase, path } = await exported(input);
		const file = join(home, `bare-${process.hrtime.bigint()}`);
		return async () => {
			const { body } = await bareRequest(phrase, 'GET', path);
			await pipeline(body, createWriteStream(file));
			return async () => ({ facts: { bytes: (await stat(file)).size } });
		};
	},
};

/** The file as the binary field of an item. */
async function stored(bytes: number): Promise<IBinaryData> {
	return await storeBinary(seededFile(bytes), { fileName: FILE_NAME, mimeType: 'application/octet-stream' });
}

/** Which job was made; the sandbox tells the size of its file. */
function jobOf(answer: IDataObject | undefined): Told {
	const [job] = (answer?.jobs ?? [answer]) as Array<{ uid?: string; jobUid?: string }>;
	return { notes: { jobUid: job?.jobUid ?? job?.uid ?? '' } };
}

const upload: Record<string, LaneContender<FileInput>> = {
	phraseTms: async (input) => {
		const parameters = {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'create',
			projectUid: byId(input.projectUid),
			targetLangs: TARGET_LANGS,
			waitForCompletion: false,
		};
		const items = [{ json: {}, binary: { data: await stored(input.bytes) } }];
		return await node(input, { type: new PhraseTms(), parameters, items }, async (item) => jobOf(item?.json));
	},
	httpRequest: async (input) => {
		const headers = Object.entries(UPLOAD_HEADERS).map(([name, value]) => ({ name, value }));
		const parameters = {
			...SIGNED_IN,
			method: 'POST',
			url: `${String(input.credential.tmsUrl)}/api2/v1/projects/${input.projectUid}/jobs`,
			sendHeaders: true,
			headerParameters: { parameters: headers },
			sendBody: true,
			contentType: 'binaryData',
			inputDataFieldName: 'data',
			// A redirect could not be followed without the file in memory.
			options: { redirect: { redirect: { followRedirects: false } } },
		};
		const items = [{ json: {}, binary: { data: await stored(input.bytes) } }];
		return await node(input, { type: httpRequest(), ...AS_SHIPPED, parameters, items }, async (item) =>
			jobOf(item?.json),
		);
	},
	loop: async (input) => {
		const type = nodeOf(async (_parameter, context, index) => {
			const body = await context.helpers.getBinaryDataBuffer(index, 'data');
			const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				'phraseTmsApi',
				{
					method: 'POST',
					url: `${String(input.credential.tmsUrl)}/api2/v1/projects/${input.projectUid}/jobs`,
					headers: { ...UPLOAD_HEADERS, 'Content-Type': 'application/octet-stream' },
					body,
					json: true,
				},
			);
			return [answer as IDataObject];
		}, 'one after the other');
		const items = [{ json: {}, binary: { data: await stored(input.bytes) } }];
		return await node(input, { type, parameters: {}, items }, async (item) => jobOf(item?.json));
	},
	bare: async (input) => {
		const [, id = ''] = ((await stored(input.bytes)).id ?? '').split(':');
		const file = join(home, 'binaryData', id);
		const phrase = barePhrase(input.credential, 1);
		return async () => {
			const answer = await posted(phrase, input, file);
			return () => jobOf(answer);
		};
	},
};

/** Uploads a file from disk. */
async function posted(
	{ agent, headers, baseUrl }: BarePhrase,
	{ projectUid, bytes }: FileInput,
	file: string,
): Promise<IDataObject> {
	const { origin, pathname } = new URL(baseUrl);
	const { statusCode, body } = await agent.request({
		origin,
		path: `${pathname}/api2/v1/projects/${projectUid}/jobs`,
		method: 'POST',
		headers: {
			...headers,
			...UPLOAD_HEADERS,
			'content-type': 'application/octet-stream',
			'content-length': String(bytes),
		},
		body: createReadStream(file),
	});
	if (statusCode >= 300) throw new Error(`${statusCode} ${await body.text()}`);
	return (await body.json()) as IDataObject;
}

/** Download a target file, or upload a file as a new job. */
export const contenders = Object.fromEntries(
	Object.entries({ download, upload }).flatMap(([direction, ways]) =>
		Object.entries(ways).map(([name, way]) => [`${direction} ${name}`, way]),
	),
);
