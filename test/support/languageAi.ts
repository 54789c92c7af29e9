import type { INodeParameters } from 'n8n-workflow';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import type { Sandbox } from '../../sandbox';
import { runNode, type NodeRun, type NodeSetup, type RunSetup } from '../../n8n/inProcess';

/** Ready credentials for the sandbox, with more members when given. */
export function languageAiCredentials(sandbox: Sandbox, more: object = {}): NodeSetup['credentials'] {
	return {
		phraseLanguageAiApi: { ...sandbox.credentials.phraseLanguageAiApi, sessionToken: '', ...more },
	};
}

/** Runs the Phrase Language AI node against the sandbox. */
export async function runLanguageAi(
	sandbox: Sandbox,
	parameters: INodeParameters,
	setup: Omit<RunSetup, 'parameters'> = {},
): Promise<NodeRun> {
	return await runNode(new PhraseLanguageAi(), {
		credentials: languageAiCredentials(sandbox),
		...setup,
		parameters,
	});
}
