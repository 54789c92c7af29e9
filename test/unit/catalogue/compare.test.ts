import { Catalogue } from '../../../core/catalogue/catalogue';
import { compare } from '../../../scripts/catalogue/compare';
import type { OpenApi } from '../../../scripts/catalogue/openApi';

const catalogue = new Catalogue({
	endpoints: {
		Client: {
			getClient: { title: '', call: 'GET /api2/v1/clients/{clientUid}', answers: 'Client' },
			updateClient: { title: '', call: 'PUT /api2/v1/clients/{clientUid}', 'body*': 'Client' },
			listClients: {
				title: '',
				call: 'GET /api2/v1/clients',
				query: { name: 'string' },
				pages: 'integer(1..50) = 50',
			},
			sendFile: { title: '', call: 'POST /api2/v1/files', form: { 'file*': 'file', json: 'Client' } },
		},
	},
	types: {
		Client: { 'name*': 'string(..255)', owner: 'User', type: '(NEW|OLD)', langs: 'string[1..]' },
		User: { manager: 'User', since: 'date-time' },
	},
});

const schemas: NonNullable<OpenApi['components']>[string] = {
	Client: {
		type: 'object',
		required: ['name'],
		properties: {
			name: { type: 'string', minLength: 0, maxLength: 255 },
			owner: { $ref: '#/components/schemas/User' },
			type: { type: 'string', enum: ['OLD', 'NEW'] },
			langs: { type: 'array', minItems: 1, items: { type: 'string' } },
		},
	},
	User: {
		type: 'object',
		properties: {
			manager: { $ref: '#/components/schemas/User' },
			since: { type: 'string', format: 'date-time' },
		},
	},
};
const client = { schema: { $ref: '#/components/schemas/Client' } };
const clientUid = { name: 'clientUid', in: 'path', required: true, schema: { type: 'string' } };

function documentWith(more: OpenApi['paths'] = {}, types = schemas): OpenApi {
	return {
		paths: {
			'/api2/v1/clients/{clientUid}': {
				get: {
					operationId: 'getClient',
					parameters: [{ $ref: '#/components/parameters/clientUid' }],
					responses: { '200': { content: { 'application/json': client } }, '404': {} },
				},
				put: {
					operationId: 'updateClient',
					parameters: [clientUid],
					requestBody: { content: { 'application/json': client } },
					responses: { '200': {} },
				},
			},
			'/api2/v1/clients': {
				get: {
					operationId: 'listClients',
					parameters: [
						{ name: 'name', in: 'query', schema: { type: 'string' } },
						{ name: 'pageNumber', in: 'query', schema: { type: 'integer' } },
						{ name: 'pageSize', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50 } },
					],
				},
			},
			'/api2/v1/files': {
				post: {
					operationId: 'sendFile',
					requestBody: {
						content: {
							'multipart/form-data': {
								schema: {
									type: 'object',
									required: ['file'],
									properties: {
										file: { type: 'string', format: 'binary' },
										json: { $ref: '#/components/schemas/Client' },
									},
								},
							},
						},
					},
				},
			},
			...more,
		},
		components: { schemas: types, parameters: { clientUid } },
	};
}

describe('Comparing a document of Phrase with the catalogue', () => {
	test('finds nothing when they say the same', () => {
		expect(compare(documentWith(), catalogue)).toEqual([]);
	});

	test('names endpoints that are new or gone', () => {
		const document = documentWith({
			'/api2/v1/clients': {},
			'/api2/v2/clients': { get: { operationId: 'listClientsV2' } },
		});

		expect(compare(document, catalogue)).toEqual([
			'+ listClientsV2: GET /api2/v2/clients is new',
			'- listClients: the document does not have it',
		]);
	});

	test('names another operation id, and members that were added, removed or changed', () => {
		const changed = {
			...schemas,
			User: { type: 'object', properties: { name: { type: 'string' }, since: { type: 'string' } } },
		};
		const document = documentWith({ '/api2/v1/files': {} }, changed);
		const { get } = document.paths['/api2/v1/clients/{clientUid}'] ?? {};
		if (get) get.operationId = 'getClientV1';

		expect(compare(document, catalogue)).toEqual([
			'~ getClient: its operation id is getClientV1',
			'+ getClient answer.owner.name: string',
			'- getClient answer.owner.manager: object',
			'~ getClient answer.owner.since: string, not date-time',
			'+ updateClient body.owner.name: string',
			'- updateClient body.owner.manager: object',
			'~ updateClient body.owner.since: string, not date-time',
			'- sendFile: the document does not have it',
		]);
	});
});
