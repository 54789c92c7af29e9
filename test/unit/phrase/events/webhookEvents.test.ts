import { JOB_STATUSES, restStatus } from '../../../../core/phrase/events/jobStatus';
import {
	ALL_JOBS_REACHED_STATUS,
	isKnownEvent,
	WEBHOOK_EVENTS,
} from '../../../../core/phrase/events/webhookEvents';

describe('the events of Phrase', () => {
	it('are each there once, by name', () => {
		const names = WEBHOOK_EVENTS.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other)));
		expect(new Set(WEBHOOK_EVENTS.map(({ value }) => value)).size).toBe(WEBHOOK_EVENTS.length);
	});

	it('are known, and no others are, the one that Phrase does not have included', () => {
		expect(WEBHOOK_EVENTS.filter(({ value }) => !isKnownEvent(value))).toEqual([]);
		expect(['TERM_ADDED', '', 'job_created', ALL_JOBS_REACHED_STATUS].filter(isKnownEvent)).toEqual([]);
	});
});

it.each([
	['NEW', 'NEW'],
	['EMAILED', 'EMAILED'],
	['ASSIGNED', 'ACCEPTED'],
	['DECLINED_BY_LINGUIST', 'DECLINED'],
	['REJECTED_BY_LINGUIST', 'REJECTED'],
	['COMPLETED_BY_LINGUIST', 'COMPLETED'],
	['COMPLETED', 'DELIVERED'],
	['CANCELLED', 'CANCELLED'],
])('a webhook’s %s is %s in the REST API', (webhookStatus, status) => {
	expect(restStatus(webhookStatus)).toBe(status);
	expect(JOB_STATUSES.map(({ value }) => value)).toContain(status);
});

it('keeps a status that it does not know', () => {
	expect(restStatus('ON_HOLD')).toBe('ON_HOLD');
});
