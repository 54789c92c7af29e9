import { inWorkflow } from '../../../n8n/inProcess/workflow';
import { resumeUrlUntil } from '../../../core/run/sleepingTooltip';
import { PhraseLanguageAi } from '../../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';

const RESUME_URL = 'http://localhost:5678/webhook-waiting/7?signature=abc';

/** What the editor shows: it evaluates the expression with nothing of the run but a resume URL. */
function shown(type: PhraseTms | PhraseLanguageAi, parameters: Record<string, string | number>, url: string) {
	const { workflow, node } = inWorkflow(type, { parameters });
	// The parameters of a node that sleeps, whatever switch made it sleep.
	node.parameters = parameters;
	const keys = { $execution: { id: '7', mode: 'test' as const, resumeUrl: url, resumeFormUrl: '' } };
	const { waitingNodeTooltip } = type.description;
	return workflow.expression.getSimpleParameterValue(node, waitingNodeTooltip, 'internal', keys);
}

it('says for what an execution sleeps and until when, where n8n hands over what the node has told it', () => {
	const url = resumeUrlUntil(RESUME_URL, '2026-11-26T14:05:00.000Z');
	const wait = { resource: 'asyncRequest', operation: 'wait' };
	expect(shown(new PhraseTms(), wait, url)).toBe(
		'Wait for an asynchronous request: asleep until Phrase calls back, at the latest until 26 Nov 2026, 14:05 UTC',
	);
});

it.each([
	[1, 'days', '1 day'],
	[36, 'hours', '36 hours'],
])(
	'says for how long at most in n8n 1, which hands over nothing: %s %s',
	(sleepLimit, sleepLimitUnit, text) => {
		const wait = { resource: 'fileTranslation', operation: 'wait', sleepLimit, sleepLimitUnit };
		expect(shown(new PhraseLanguageAi(), wait, RESUME_URL)).toBe(
			`Wait for a file translation: asleep until Phrase calls back, ${text} at most`,
		);
	},
);
