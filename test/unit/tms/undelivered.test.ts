import { readCall } from '../../../core/phrase/webhooks/webhookCall';
import { lastSucceeded, undelivered } from '../../../nodes/PhraseTms/resources/webhook/shared/undelivered';

/** Seconds since 1970. */
const SINCE = 1_800_000_000;

const called = (uid: string, statusCode: number, seconds: number, more = {}) =>
	readCall({ uid, eventUid: 'e1', statusCode, createdAt: new Date(seconds * 1000).toISOString(), ...more });

const namesOf = (...calls: Array<ReturnType<typeof called>>) =>
	undelivered(calls, SINCE).map(({ uid }) => uid);

describe('calls that failed', () => {
	it('count from the first moment of the window on', () => {
		const calls = [0, -1, 1].map((more) =>
			called(`at ${more}`, 500, SINCE + more, { eventUid: `event at ${more}` }),
		);
		expect(namesOf(...calls)).toEqual(['at 1', 'at 0']);
	});

	it('are made up for by a call of the same event, later or at the same moment, and by none before', () => {
		expect(namesOf(called('failed', 500, SINCE + 5), called('arrived', 200, SINCE + 6))).toEqual([]);
		expect(namesOf(called('failed', 500, SINCE + 5), called('arrived', 200, SINCE + 5))).toEqual([]);
		expect(namesOf(called('failed', 500, SINCE + 5), called('arrived', 200, SINCE + 4))).toEqual(['failed']);
	});

	it('are made up for by the repetition of the call, whatever event that names', () => {
		const again = called('again', 200, SINCE + 6, { parentUid: 'failed', eventUid: 'e2' });
		expect(namesOf(called('failed', 500, SINCE + 5), again)).toEqual([]);
	});
});

it('the last call tells whether calls arrive, unless it is still under way', () => {
	const arrived = called('arrived', 204, SINCE + 5);
	const underWay = readCall({ uid: 'under way', createdAt: new Date((SINCE + 9) * 1000).toISOString() });
	expect(lastSucceeded([called('failed', 500, SINCE + 4), arrived, underWay])).toBe(true);
	expect(lastSucceeded([called('failed', 300, SINCE + 6), arrived])).toBe(false);
	expect(lastSucceeded([])).toBe(false);
});
