import { readTemplate } from '../../../n8n';
import { fakeTranslation } from '../../../sandbox/fakeTranslation';
import { playAgent, type PlayedAgent, type Script } from '../../../stage';
import type { TemplateStage } from './templateStage';

const AGENT = 'Translation agent';
const TEXT = '# News\n\nThere is a new page.\n';

/** Most members that a tool gives to a model for one thing. */
const MOST_MEMBERS = 10;

type Things = Array<Record<string, unknown>>;

/** The things that a tool gave. */
function things(output: string): Things {
	return JSON.parse(output) as Things;
}

/** A member of the first thing that a tool gave. */
function first(output: string, member: string): unknown {
	return things(output)[0]?.[member];
}

/** Runs the agent with a model that makes two mistakes, and corrects them by what the tools say. */
export async function agentRun(stage: TemplateStage): Promise<void> {
	const { name, uid: projectUid } = stage.sandbox.seed.project;
	let jobUid: unknown;
	const script: Script = [
		() => ({ tool: 'Find_projects', args: { name } }),
		// The name in the place of the UID, as models like to do.
		() => ({ tool: 'Find_jobs', args: { projectUid: name, filename: '' } }),
		(error) => {
			expect(error).toMatch(/Project Sandbox project was not found .+ Check the IDs/);
			return { tool: 'Find_jobs', args: { projectUid, filename: 'guide' } };
		},
		() => ({
			tool: 'Send_a_text',
			args: { text: TEXT, fileName: 'news.md', projectUid, targetLangs: 'German' },
		}),
		(error) => {
			expect(error).toContain("'german' is no code of a language: expected one such as 'cs' or 'pt_br'");
			return {
				tool: 'Send_a_text',
				args: { text: TEXT, fileName: 'news.md', projectUid, targetLangs: 'de' },
			};
		},
		(jobs) => {
			jobUid = first(jobs, 'jobUid');
			return { tool: 'Get_a_translated_file', args: { projectUid, jobUid } };
		},
		(file) => {
			expect(first(file, 'text')).toBe(fakeTranslation('news.md', TEXT, 'de'));
			return { tool: 'Translate_a_text', args: { text: 'Good morning', sourceLang: 'en', targetLang: 'de' } };
		},
		(texts) => ({ answer: `It is: ${String(first(texts, 'target'))}` }),
	];
	const { execution, model } = await playAgent(stage, 'Translate my news into German', script);
	expect(model.mistakes).toEqual([]);
	expect(execution.texts(AGENT, 'output')).toEqual(['It is: [de] Good morning']);
	expectTools(model);
	const [projects, , jobs, , created, file, texts] = model.toolOutputs;
	for (const output of [projects, jobs, created, file, texts]) {
		for (const thing of things(output ?? '[]'))
			expect(Object.keys(thing).length).toBeLessThanOrEqual(MOST_MEMBERS);
	}
	expect(things(projects ?? '').length).toBeGreaterThan(1);
	const [sent] = await stage.jobs([String(jobUid)]);
	expect(sent).toMatchObject({ filename: 'news.md', targetLang: 'de', source: { size: TEXT.length } });
}

/** Compares what the model was told of the tools with what the template says. */
function expectTools({ requests }: PlayedAgent['model']): void {
	const tools = readTemplate('aiAgent').nodes.filter(({ type }) => type.endsWith('Tool'));
	const told = requests[0]?.tools.map(({ function: { name, description } }) => [name, description]);
	expect(told?.sort()).toEqual(
		tools.map(({ name, parameters }) => [name.replaceAll(' ', '_'), parameters.toolDescription]).sort(),
	);
	const find = requests[0]?.tools.find(({ function: { name } }) => name === 'Find_jobs');
	expect(find?.function.parameters).toMatchObject({
		properties: {
			projectUid: { type: 'string', description: 'UID of the project, as Find projects gives it' },
		},
	});
}
