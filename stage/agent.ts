import type { N8nExecution } from '../n8n';
import { ScriptedModel, type Script } from './scriptedModel';
import type { Stage } from './stage';

const CHAT = 'When chat message received';

/** What came of an agent. */
export interface PlayedAgent {
	execution: N8nExecution;
	/** The model, which is not running any more. */
	model: ScriptedModel;
}

/** Runs the template of the AI agent, with a script in the place of OpenAI's model. */
export async function playAgent(stage: Stage, chatInput: string, script: Script): Promise<PlayedAgent> {
	const model = await ScriptedModel.start(script);
	try {
		const openAi = await stage.n8n.createCredential('OpenAI account', 'openAiApi', {
			apiKey: 'none',
			url: model.url,
		});
		const json = { sessionId: 'stage', action: 'sendMessage', chatInput };
		const workflow = await stage.imported(
			'aiAgent',
			(template) => ({ ...template, pinData: { [CHAT]: [{ json }] } }),
			[openAi],
		);
		return { execution: await stage.runWorkflow(workflow, CHAT), model };
	} finally {
		await model.close();
	}
}
