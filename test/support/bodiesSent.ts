import type { INodeParameters } from 'n8n-workflow';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { runNode } from '../../n8n/inProcess';
import { ScriptedPhrase } from './phrase';
import { json } from './server';

/**
 * The JSON with which the Phrase TMS node changes something, at a Phrase that gives the same answer to everything.
 * @returns the bodies of all requests but those that read
 */
export async function bodiesSent(parameters: INodeParameters, answer: object = {}): Promise<unknown[]> {
	const phrase = await ScriptedPhrase.start((response) => json(response, 200, answer));
	try {
		await runNode(new PhraseTms(), {
			credentials: { phraseTmsApi: phrase.credential() },
			parameters: { authentication: 'phraseTmsApi', ...parameters },
		});
		const changing = phrase.requests.filter(({ method }) => method !== 'GET');
		return changing.map(({ body }) => JSON.parse(String(body)) as unknown);
	} finally {
		await phrase.close();
	}
}
