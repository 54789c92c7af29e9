import { TEMPLATES, type TemplateName } from '../../n8n/templates';
import { useSandbox } from '../support/useSandbox';
import { phraseIn } from './support/credentials';
import { connect } from './support/sharedN8n';
import { TEMPLATE_RUNS } from './support/templateRuns';
import { TemplateStage } from './support/templateStage';

/** Every template in a real n8n, against the sandbox: what comes out must be what Phrase has. */
describe('workflow templates', () => {
	const sandbox = useSandbox();
	let stage: TemplateStage;

	beforeAll(async () => {
		const n8n = connect();
		stage = new TemplateStage(n8n, await phraseIn(n8n, sandbox, 'a long secret of the credential'));
	});

	afterEach(() => {
		expect(sandbox.counters().duplicateJobs).toBe(0);
	});

	test.each(Object.keys(TEMPLATES) as TemplateName[])('%s', async (name) => {
		await TEMPLATE_RUNS[name](stage);
	});
});
