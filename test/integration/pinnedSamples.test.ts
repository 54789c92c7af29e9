import { eventItems } from '../../core/phrase/events/eventItems';
import { readEvent } from '../../core/phrase/events/readEvent';
import { nodeOfType, readTemplate } from '../../n8n/templates';
import { useSandbox } from '../support/useSandbox';

/** The form of a value: its members and the types of what they hold, without what they hold. */
function formOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(formOf);
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, formOf(member)]));
}

/** The items pinned in a template are what a user looks at first; they must be what Phrase TMS Trigger puts out. */
describe('the pinned sample of the template that waits for completed jobs', () => {
	const sandbox = useSandbox();

	test('has the form of what the trigger makes of Phrase’s sample', async () => {
		const template = readTemplate('repositoryAndBack');
		const { name } = nodeOfType(template, 'n8n-nodes-phrase.phraseTmsTrigger');
		const response = await fetch(`${sandbox.tmsUrl}/api2/v2/webhooks/previews?events=JOB_STATUS_CHANGED`, {
			headers: { authorization: `ApiToken ${sandbox.credentials.phraseTmsApiToken.apiToken}` },
		});
		const { previews } = (await response.json()) as { previews: Array<{ preview: string }> };
		const event = readEvent(JSON.parse(previews[0]?.preview ?? '') as Parameters<typeof readEvent>[0]);
		const items =
			event === undefined ? [] : eventItems(event).map((json) => ({ json: { ...json, sample: true } }));
		const pinned = template.pinData?.[name];
		expect(formOf(pinned)).toEqual(formOf(items));
		expect(pinned).toMatchObject([
			{ json: { job: { status: 'COMPLETED' }, jobUid: sandbox.seed.project.jobUid } },
		]);
	});
});
