import { assertNotifiable } from '../../../core/run/assertNotifiable';

const target = { thisExecution: true, withContext: true, parameter: 'Notify' } as const;
const resume = 'http://localhost:5678/webhook-waiting/7/phrase';

it.each([
	'http://host.docker.internal:8088/web',
	'http://127.0.0.1:8088/web',
	'http://phrase-sandbox:8088/web',
])('lets a Phrase at %s call this machine', (phraseUrl) => {
	expect(() => assertNotifiable(resume, target, phraseUrl)).not.toThrow();
});

it('does not let the real Phrase try that', () => {
	expect(() => assertNotifiable(resume, target, 'https://cloud.memsource.com/web')).toThrow("at 'localhost'");
});
