import type { IDataObject } from 'n8n-workflow';
import { readCall } from '../../../../core/phrase/webhooks/webhookCall';
import { MissedEvents, type Taken } from '../../../../nodes/PhraseTmsTrigger/registration/missedEvents';

const HOUR = 3600;
const taken = (more: Partial<Taken> = {}): Taken => ({
	has: () => false,
	lastSeenAt: 0,
	rememberedSince: Infinity,
	...more,
});

/** A call as Phrase tells it. */
const call = ({ madeAt, ...entry }: IDataObject) => readCall({ ...entry, createdAt: madeAt });

function missed(attempts: IDataObject[], more?: Partial<Taken>): string[] {
	const events = new MissedEvents(taken(more));
	for (const attempt of attempts) events.add(call(attempt));
	return events.uids();
}

describe('the events that were missed', () => {
	test('are those that no attempt delivered', () => {
		const attempts = [
			{ uid: '1', eventUid: 'a', madeAt: 1, statusCode: 500 },
			{ uid: '2', eventUid: 'b', madeAt: 2, statusCode: 404 },
			{ uid: '3', eventUid: 'a', madeAt: 3, statusCode: 200 },
			{ uid: '4', eventUid: 'c', madeAt: 4 },
			{ uid: '5', eventUid: 'd', madeAt: 5, statusCode: 204 },
			{ uid: '6', eventUid: 'e', madeAt: 6, statusCode: 301 },
		];
		expect(missed(attempts)).toEqual(['2', '4', '6']);
		expect(missed(attempts.reverse())).toEqual(['2', '4', '6']);
	});

	test('are told by their last attempt, in the order of their first', () => {
		const attempts = [
			{ uid: '4', eventUid: 'b', madeAt: 4 },
			{ uid: '5', eventUid: 'a', madeAt: 5 },
			{ uid: '2', eventUid: 'b', madeAt: 2 },
			{ uid: '1', eventUid: 'a', madeAt: 1 },
		];
		expect(missed(attempts)).toEqual(['5', '4']);
	});

	test('are told apart by the first attempt when they have no UID', () => {
		const attempts = [
			{ uid: '1', madeAt: 1 },
			{ uid: '2', madeAt: 2, parentUid: '1', statusCode: 200 },
			{ uid: '3', madeAt: 3 },
			{ uid: '4', madeAt: 4, parentUid: '3' },
		];
		expect(missed(attempts)).toEqual(['4']);
	});

	test('do not hold what was taken', () => {
		const attempts = [
			{ uid: '1', eventUid: 'a', madeAt: 1 },
			{ uid: '2', eventUid: 'b', madeAt: 2 },
		];
		expect(missed(attempts, { has: (eventUid) => eventUid === 'a' })).toEqual(['2']);
	});

	test('begin where what was taken is not known any more', () => {
		const attempts = [
			{ uid: '1', eventUid: 'forgotten', madeAt: 10 },
			{ uid: '2', eventUid: 'begun before that', madeAt: 10 },
			{ uid: '3', eventUid: 'begun before that', madeAt: 25 },
			{ uid: '4', eventUid: 'remembered', madeAt: 21 },
			{ uid: '5', eventUid: 'newest', madeAt: 30 },
		];
		expect(missed(attempts, { lastSeenAt: 30, rememberedSince: 20 })).toEqual(['4', '5']);
		expect(missed(attempts, { lastSeenAt: 25, rememberedSince: 20 })).toEqual(['3', '4', '5']);
		expect(missed(attempts, { lastSeenAt: 25 })).toEqual(['3', '5']);
	});

	test('hold those whose time cannot be read', () => {
		expect(missed([{ uid: '1' }, { uid: '2' }], { lastSeenAt: 30 })).toEqual(['1', '2']);
	});
});

describe('reading the history', () => {
	const isComplete = (times: number[], more: Partial<Taken>) => {
		const events = new MissedEvents(taken(more));
		times.forEach((madeAt, index) => events.add(call({ uid: String(index), madeAt })));
		return events.isComplete;
	};
	const newestFirst = Array.from({ length: 60 }, (_, index) => 100 * HOUR - index * HOUR);

	test('ends when all that is left is too old', () => {
		expect(isComplete(newestFirst, { lastSeenAt: 60 * HOUR })).toBe(true);
	});

	test.each<[string, number[], Partial<Taken>]>([
		['newer ones may be among the rest', newestFirst, { lastSeenAt: 45 * HOUR }],
		[
			'attempts for newer events may be among the rest',
			newestFirst,
			{ lastSeenAt: 60 * HOUR, rememberedSince: 45 * HOUR },
		],
		['the oldest come first', [...newestFirst].reverse(), { lastSeenAt: 200 * HOUR }],
		['they come in no order', [...newestFirst.slice(0, 58), 90 * HOUR, 41 * HOUR], { lastSeenAt: 60 * HOUR }],
		[
			'their times cannot be read',
			[...newestFirst.slice(0, 58), Infinity, 41 * HOUR],
			{ lastSeenAt: 60 * HOUR },
		],
		['there are too few to know their order', newestFirst.slice(-20), { lastSeenAt: 60 * HOUR }],
	])('goes on when %s', (_, times, more) => {
		expect(isComplete(times, more)).toBe(false);
	});
});
