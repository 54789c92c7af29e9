import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNotifiable } from '../../../core/run/assertNotifiable';
import { PhraseCallbackTrigger } from '../../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import { ROOT } from '../../support/shipped';
import { thrownBy } from '../../support/thrownBy';

const TEST_URL = 'https://n8n.example.com/webhook-test/1/webhook';
const PUBLIC_PHRASE = 'https://cloud.memsource.com/web';

test('the panel, the refusal of a test URL and the docs tell the same way to build with real data', async () => {
	const target = { thisExecution: false, withContext: true, parameter: 'Trigger URL' } as const;
	const refusal = await thrownBy((async () => assertNotifiable(TEST_URL, target, PUBLIC_PHRASE))());
	const { triggerPanel } = new PhraseCallbackTrigger().description;
	const help = typeof triggerPanel === 'object' ? triggerPanel.executionsHelp : undefined;
	const texts = [
		(refusal as { description?: string }).description,
		...(typeof help === 'object' ? [help.inactive, help.active] : []),
		readFileSync(join(ROOT, 'docs', 'waiting.md'), 'utf8'),
	].map((text) => text?.replace(/\*\*|\s+/g, (found) => (found === '**' ? '' : ' ')));
	expect(texts).toHaveLength(4);
	for (const text of texts) {
		expect(text).toContain('production URL');
		expect(text).toContain('Copy to editor');
	}
});
