import { toSeconds } from '../../../core/phrase/toSeconds';

test.each<[unknown, number | undefined]>([
	['2026-02-09T19:14:26Z', 1770664466],
	['2026-02-09T20:14:26.500+0100', 1770664466.5],
	[1770664466, 1770664466],
	[1770664466000, 1770664466],
	['soon', undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('%p is read as %p', (time, seconds) => {
	expect(toSeconds(time)).toBe(seconds);
});
