import {
	deepCopy,
	ICredentialsHelper,
	type ICredentialsExpressionResolveValues,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { PhraseLanguageAiApi } from '../../credentials/PhraseLanguageAiApi.credentials';
import { PhraseTmsApi } from '../../credentials/PhraseTmsApi.credentials';
import { PhraseTmsOAuth2Api } from '../../credentials/PhraseTmsOAuth2Api.credentials';
import { noNodeTypes } from './nodeTypes';

const TYPES: ICredentialType[] = [new PhraseTmsApi(), new PhraseTmsOAuth2Api(), new PhraseLanguageAiApi()];

/** What n8n stores when a credential signs in and gives it a token. */
export type Storing =
	/** The token, beside what is stored (n8n 2.41). */
	| 'token'
	/** The whole credential as it was resolved, in place of its expressions (n8n 1.123). */
	| 'resolved';

/**
 * The credentials of one test, stored and used as n8n's server does it (`CredentialsHelper`): sign in when the
 * expirable property is empty or refused, and store what came of it. Only the database and the encryption are left out.
 */
export class CredentialStore extends ICredentialsHelper {
	private static stores = 0;

	private readonly stored: Map<string, ICredentialDataDecryptedObject>;

	/** Makes the credentials of each test others than those of the test before. */
	private readonly store = ++CredentialStore.stores;

	/** How often a credential was read. */
	reads = 0;

	/** @param credentials credential data by n8n name of the credential type */
	constructor(
		credentials: Record<string, object> = {},
		private readonly storing: Storing = 'token',
	) {
		super();
		this.stored = new Map(
			Object.entries(credentials).map(([type, data]) => [
				type,
				deepCopy(data as ICredentialDataDecryptedObject),
			]),
		);
	}

	/** What a node's `credentials` must hold to use these. */
	get references(): Record<string, INodeCredentialsDetails> {
		return Object.fromEntries(
			[...this.stored.keys()].map((type) => [type, { id: `${type}-${this.store}`, name: `My ${type}` }]),
		);
	}

	/** The data of a credential as it is stored now. */
	data(type: string): ICredentialDataDecryptedObject {
		const data = this.stored.get(type);
		if (!data) throw new Error(`The test has no credential of type '${type}'`);
		return data;
	}

	/** Saves what a user typed. The editor sends hidden values back blanked, and n8n restores those that are stored. */
	edit(type: string, typed: object): void {
		this.stored.set(type, deepCopy({ ...this.data(type), ...typed }));
	}

	getParentTypes(name: string): string[] {
		return typeOf(name).extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = typeOf(typeName);
		if (typeof authenticate !== 'function') throw new Error(`'${typeName}' has no authenticate function`);
		return await authenticate(credentials, requestOptions as IHttpRequestOptions);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = typeOf(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		)?.name;
		if (expirable === undefined || !type.preAuthentication) return undefined;
		const isTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable] !== '' && !credentialsExpired && !isTest) return undefined;

		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable] === undefined || !node.credentials) return undefined;
		const kept = this.storing === 'token' ? this.data(typeName) : credentials;
		this.stored.set(typeName, { ...kept, ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted credentials are not part of the tests');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		_mode: string,
		_executeData?: unknown,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		const data = this.data(type);
		if (raw === true) return deepCopy(data);
		const defaults = typeOf(type).properties.map(({ name, default: value }) => [name, value] as const);
		return resolveExpressions(
			{ ...(Object.fromEntries(defaults) as ICredentialDataDecryptedObject), ...deepCopy(data) },
			values,
		);
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored.set(type, deepCopy(data));
	}

	async updateCredentialsOauthTokenData(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored.set(type, { ...this.data(type), oauthTokenData: deepCopy(oauthTokenData ?? {}) });
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return typeOf(type).properties;
	}
}

function typeOf(name: string): ICredentialType {
	const type = TYPES.find((one) => one.name === name);
	if (!type) throw new Error(`There is no credential type '${name}'`);
	return type;
}

/**
 * Values such as `={{$self["region"]}}`, which OAuth2 credentials have, or `={{ $json.token }}`.
 * @param values the item they are about; none outside of a run
 */
function resolveExpressions(
	data: ICredentialDataDecryptedObject,
	values?: ICredentialsExpressionResolveValues,
): ICredentialDataDecryptedObject {
	if (values !== undefined) {
		return values.workflow.expression.getParameterValue(
			data as never,
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			'internal',
			{},
			undefined,
			false,
			data,
		) as ICredentialDataDecryptedObject;
	}
	const node: INode = { id: '', name: '', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes: noNodeTypes });
	return workflow.expression.getComplexParameterValue(
		node,
		data as never,
		'internal',
		{},
		undefined,
		undefined,
		data,
	) as ICredentialDataDecryptedObject;
}
