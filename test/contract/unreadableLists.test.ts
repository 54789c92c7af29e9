import { NodeApiError, type INodeParameters, type INodeType } from 'n8n-workflow';
import { loadOptions, searchList } from '../../n8n/inProcess';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import { thrownBy } from '../support/thrownBy';
import { byId } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const tms = (change: object = {}) => ({
	parameters: { authentication: 'phraseTmsApi' } as INodeParameters,
	credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, ...change } },
});

/** What the editor shows of a failure: of other errors than this one, the message alone. */
async function shown(list: Promise<unknown>) {
	const error = await thrownBy(list);
	expect(error).toBeInstanceOf(NodeApiError);
	const { message, description, httpCode } = error as NodeApiError;
	return { message, description, httpCode };
}

const projects = async (change?: object) =>
	await shown(searchList(new PhraseTms(), 'searchProjects', tms(change)));

describe('a list that cannot be read says what to do: there is', () => {
	it.each<[string, INodeType, string]>([
		['Phrase TMS', new PhraseTms(), 'searchProjects'],
		['Phrase TMS Trigger', new PhraseTmsTrigger(), 'searchClients'],
		['Phrase Language AI', new PhraseLanguageAi(), 'searchProfiles'],
	])('no credential yet, in %s', async (_node, instance, method) => {
		const { message } = await shown(searchList(instance, method));
		expect(message).toMatch(/^Choose a 'Credential to connect with' first/);
		expect(sandbox.requests()).toEqual([]);
	});

	it('no credential of the chosen kind', async () => {
		const parameters = { authentication: 'phraseTmsOAuth2Api' };
		const { message } = await shown(searchList(new PhraseTms(), 'searchProjects', { ...tms(), parameters }));
		expect(message).toMatch(/^Choose a 'Credential to connect with' first/);
	});

	it('nothing chosen yet that the list follows', async () => {
		const messageOf = async (method: string, parameters: INodeParameters = {}) =>
			(
				await shown(
					searchList(new PhraseTms(), method, {
						...tms(),
						parameters: { authentication: 'phraseTmsApi', ...parameters },
					}),
				)
			).message;
		const request = { resource: 'connector', operation: 'requestFileDownload' };
		expect(await messageOf('searchJobs')).toBe("Choose a 'Project' first, to see its jobs");
		expect(await messageOf('searchFolders', request)).toBe(
			"Choose a 'Connector' first, to see what is in it",
		);
		expect(await messageOf('searchFiles', { ...request, connectorId: byId('1041') })).toBe(
			"Choose a 'Folder' first, to see its files",
		);
		expect(sandbox.requests()).toEqual([]);
	});

	it('a secret that Phrase refuses', async () => {
		const { message, description } = await projects({ platformApiToken: 'wrong' });
		expect(message).toMatch(/refused|did not accept/);
		expect(description).toMatch(/Make a new token.*check the region/);
		expect(`${message} ${description ?? ''}`).not.toContain('wrong');
	});

	it('a right that is missing', async () => {
		sandbox.fault({ match: { path: '/projects$' }, do: { status: 403 } });
		const { message, description, httpCode } = await projects();
		expect(httpCode).toBe('403');
		expect(message).toContain('does not allow this to the user of the credential');
		expect(description).toMatch(/Check the role and the rights.*choose 'By ID'\.$/);
	});

	it('an outage, which is not waited for long', async () => {
		sandbox.fault({ match: { path: '/projects$' }, do: { status: 503, retryAfter: 3600 } });
		const before = performance.now();
		const { message, description } = await projects();
		expect(performance.now() - before).toBeLessThan(10_000);
		expect(message).toContain('could not process the request');
		expect(description).toMatch(/Try again later.*choose 'By ID'\.$/);
		expect(sandbox.requests().filter(({ path }) => path.endsWith('/projects'))).toHaveLength(3);
	}, 20_000);

	it('no connection', async () => {
		const { message, description } = await projects({
			authType: 'apiToken',
			apiToken: 'x',
			tmsUrl: 'http://127.0.0.1:1/web',
		});
		expect(message).toMatch(/^Could not connect to 127\.0\.0\.1:1/);
		expect(description).toMatch(/Check the URL in the credential.*choose 'By ID'\.$/);
	});
});

it('a list of choices says all of it in its message, as the editor shows no more', async () => {
	sandbox.fault({ match: { path: '/languages$' }, do: { status: 403 } });
	const { message } = await shown(loadOptions(new PhraseTms(), 'getTargetLangs', tms()));
	expect(message).toMatch(/does not allow this.*Check the role.*give it by an expression\.$/);
});

it('a list of choices is empty in a node that was just added: the editor has not chosen the credential yet', async () => {
	expect(await loadOptions(new PhraseTms(), 'getTargetLangs')).toEqual([]);
	expect(sandbox.requests()).toEqual([]);
});
