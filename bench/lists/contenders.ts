import type { IDataObject } from 'n8n-workflow';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node.js';
import type { LaneContender, Told } from '../lane/protocol';
import { inCore, type NodeWork } from '../lane/runInCore';
import { bareJson, barePhrase } from '../peers/bareUndici';
import { AS_SHIPPED, httpRequest, SIGNED_IN } from '../peers/httpRequest';
import { nodeOf } from '../peers/nodeOf';

/** What is listed. */
export interface ListInput {
	credential: Record<string, unknown>;
}

/** A page of Phrase. */
interface Page {
	content: IDataObject[];
	totalPages: number;
}

const PATH = '/api2/v1/projects';
const PAGE_SIZE = 50;

async function node(
	{ credential }: ListInput,
	work: Omit<NodeWork, 'credentials' | 'items'>,
	countOf: (items: IDataObject[]) => number = (items) => items.length,
) {
	const run = await inCore({ ...work, credentials: { phraseTmsApi: credential }, items: [{ json: {} }] });
	return async () => {
		const items = await run();
		return (): Told => ({ facts: { rows: countOf(items.map(({ json }) => json)) }, result: items });
	};
}

const phraseTms: LaneContender<ListInput> = async (input) =>
	await node(input, {
		type: new PhraseTms(),
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'project',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
		},
	});

const httpRequestNode: LaneContender<ListInput> = async (input) =>
	await node(
		input,
		{
			type: httpRequest(),
			...AS_SHIPPED,
			parameters: {
				...SIGNED_IN,
				url: `${String(input.credential.tmsUrl)}${PATH}`,
				options: {
					response: { response: { responseFormat: 'json' } },
					pagination: {
						pagination: {
							paginationMode: 'updateAParameterInEachRequest',
							parameters: {
								parameters: [
									{ type: 'qs', name: 'pageNumber', value: '={{ $pageCount }}' },
									{ type: 'qs', name: 'pageSize', value: String(PAGE_SIZE) },
								],
							},
							paginationCompleteWhen: 'other',
							completeExpression: '={{ $response.body.pageNumber + 1 >= $response.body.totalPages }}',
							limitPagesFetched: false,
							requestInterval: 0,
						},
					},
				},
			},
		},
		(pages) => pages.reduce((count, page) => count + (page as unknown as Page).content.length, 0),
	);

const loop: LaneContender<ListInput> = async (input) =>
	await node(input, {
		type: nodeOf(async (_parameter, context) => {
			const rows: IDataObject[] = [];
			for (let pageNumber = 0, pages = 1; pageNumber < pages; pageNumber++) {
				const page = (await context.helpers.httpRequestWithAuthentication.call(context, 'phraseTmsApi', {
					url: `${String(input.credential.tmsUrl)}${PATH}`,
					qs: { pageNumber, pageSize: PAGE_SIZE },
					json: true,
				})) as Page;
				rows.push(...page.content);
				pages = page.totalPages;
			}
			return rows;
		}, 'one after the other'),
		parameters: {},
	});

const bare: LaneContender<ListInput> = async ({ credential }) => {
	const phrase = barePhrase(credential, 1);
	return async () => {
		const rows: IDataObject[] = [];
		for (let pageNumber = 0, pages = 1; pageNumber < pages; pageNumber++) {
			const path = `${PATH}?pageNumber=${pageNumber}&pageSize=${PAGE_SIZE}`;
			const page = (await bareJson(phrase, 'GET', path)) as Page;
			rows.push(...page.content);
			pages = page.totalPages;
		}
		return () => ({ facts: { rows: rows.length }, result: rows });
	};
};

/** List all projects, page by page. */
export const contenders = { phraseTms, httpRequest: httpRequestNode, loop, bare };
