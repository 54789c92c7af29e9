import type { NodeApiError } from 'n8n-workflow';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { runNode } from '../../n8n/inProcess';
import { ScriptedPhrase } from '../support/phrase';
import { thrownBy } from '../support/thrownBy';
import { byId } from '../support/tms';

let phrase: ScriptedPhrase;

beforeEach(async () => {
	phrase = await ScriptedPhrase.start((response) => response.writeHead(200).end());
});

afterEach(async () => await phrase.close());

const run = async (parameters: object) =>
	await runNode(new PhraseTms(), {
		credentials: { phraseTmsApi: phrase.credential() },
		parameters: { authentication: 'phraseTmsApi', ...parameters },
	});

describe('an answer 200 without a body', () => {
	it('is no empty list', async () => {
		const getMany = run({ resource: 'project', operation: 'getMany', returnAll: true });
		await expect(getMany).rejects.toThrow('The answer does not hold the list');
	});

	it('is no list of what was done, which is not to be done again', async () => {
		const split = run({ resource: 'job', operation: 'split', projectUid: byId('p'), jobUid: byId('j') });
		const error = (await thrownBy(split)) as NodeApiError;
		expect(error.message).toContain('The answer does not hold the list');
		expect(error.description).toMatch(/look in Phrase before you run this again/);
	});

	it('is no empty object', async () => {
		const get = run({ resource: 'project', operation: 'get', projectUid: byId('p') });
		await expect(get).rejects.toThrow('The answer does not hold what the call asked for');
	});

	it('is nothing that could be changed and written back', async () => {
		const update = run({
			resource: 'webhook',
			operation: 'update',
			webhookUid: byId('w'),
			updateFields: { name: 'x' },
		});
		await expect(update).rejects.toThrow('The answer does not hold what the call asked for');
		expect(phrase.requests.map(({ method }) => method)).toEqual(['GET']);
	});
});
