import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import { exampleOf, exampleOfMembers, type ExampleMembers } from '../../core/catalogue/example';
import type { Type } from '../../core/catalogue/types';
import type { Seed } from '../../sandbox';
import { SECRETS } from '../../sandbox/model/user';

/** A call that an endpoint takes, made of examples. */
export interface ExampleCall {
	/** Values of the parameters in the path. */
	path: Record<string, string>;
	query: Record<string, unknown>;
	/** Headers of the endpoint's own; those that hold JSON are not written as text yet. */
	headers: Record<string, unknown>;
	/** JSON of the body; undefined when it takes none. */
	json?: unknown;
	/** Parts of a form, JSON and names of files. */
	form?: Record<string, unknown>;
	/** Whether it takes the bytes of a file. */
	takesFile: boolean;
}

/**
 * Makes a call to an endpoint that leads somewhere in a sandbox at its seed.
 *
 * @param members - whether it has every member, or those that are required
 */
export function exampleCall(
	endpoint: Endpoint,
	catalogue: Catalogue,
	seed: Seed,
	members: ExampleMembers = 'all',
): ExampleCall {
	const { query, headers, body, form } = endpoint;
	const meaning = <T>(example: T) => withMeaning(example, knownValues(seed)) as T;
	const json = body?.types.find(({ kind }) => kind !== 'file');
	return {
		path: pathOf(endpoint, catalogue, seed),
		query: meaning(exampleOfMembers(query, catalogue, members)),
		headers: meaning(exampleOfMembers(headers, catalogue, members)),
		...(json && { json: meaning(exampleOf(json, catalogue, members)) }),
		...(form.length > 0 && {
			form: Object.fromEntries(
				form.map(({ name, type }) => [name, meaning(partOf(type, catalogue, members))]),
			),
		}),
		takesFile: body?.types.some(({ kind }) => kind === 'file') ?? false,
	};
}

function partOf(type: Type, catalogue: Catalogue, members: ExampleMembers): unknown {
	const isFile = type.kind === 'file' || (type.kind === 'list' && type.of.kind === 'file');
	return isFile ? 'example.txt' : exampleOf(type, catalogue, members);
}

function pathOf({ path, pathMembers }: Endpoint, catalogue: Catalogue, seed: Seed): ExampleCall['path'] {
	const known = knownIds(seed);
	const values = pathMembers.map(({ name, type }) => {
		const collection = path.slice(0, path.indexOf(`/{${name}}`)).replace(/\/v\d+\//, '/');
		const id = seed.plain.uids[collection] ?? known[name] ?? seed.plain.uid;
		return [name, type.kind === 'string' ? id : String(exampleOf(type, catalogue))];
	});
	return Object.fromEntries(values) as ExampleCall['path'];
}

/** Values of path parameters that lead to something that is no plain resource. */
function knownIds({ project, connector }: Seed): Record<string, string> {
	return {
		projectUid: project.uid,
		templateUid: project.uid,
		projectTemplateUid: project.uid,
		jobUid: project.jobUid,
		jobPartUid: project.jobUid,
		connectorId: connector.id,
		folder: connector.folders.docs,
		file: connector.files.guide.encodedName,
	};
}

/** Values of members that a sandbox looks at more closely. */
function knownValues({ project, profile, user, organization }: Seed): Record<string, unknown> {
	return {
		projectUid: project.uid,
		jobs: [{ uid: project.jobUid }],
		targetLangs: project.targetLangs,
		url: 'https://example.com',
		profile: { uid: profile.uid },
		organization: { uid: organization.uid },
		userName: user.userName,
		userUid: user.uid,
		password: SECRETS.password,
		code: 'cs',
	};
}

/** Replaces members of an example by values of the same kind that stand for something. */
function withMeaning(example: unknown, known: Record<string, unknown>): unknown {
	if (Array.isArray(example)) return example.map((one) => withMeaning(one, known));
	if (typeof example !== 'object' || example === null) return example;
	return Object.fromEntries(
		Object.entries(example).map(([name, value]) => [
			name,
			kindOf(known[name]) === kindOf(value) ? known[name] : withMeaning(value, known),
		]),
	);
}

/** What a value is, with what is in it. */
function kindOf(value: unknown): string {
	if (Array.isArray(value)) return `list of ${kindOf(value[0])}`;
	return value === null ? 'null' : typeof value;
}
