import { Credential } from '../../core/http/credential';
import { GET } from '../../core/http/request';
import { hurriedClient } from '../../nodes/PhraseTmsTrigger/event/hurriedClient';
import { PhraseTmsTrigger } from '../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import { webhookContext } from '../../n8n/inProcess';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

it('gives up in time, however long Phrase asks for patience', async () => {
	sandbox.fault({ match: { path: '/clients$' }, do: { status: 503, retryAfter: 60 } });
	const { context } = webhookContext(new PhraseTmsTrigger(), {
		parameters: { authentication: 'phraseTmsApi' },
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, sessionToken: '' } },
	});
	const credential = new Credential(context, 'phraseTmsApi');
	const answer = hurriedClient(credential, 1_000).send(GET`/api2/v1/clients`);
	await expect(answer).rejects.toMatchObject({
		name: 'PhraseError',
		message: 'Phrase did not answer within 1 s',
		kind: 'unreachable',
	});
});
