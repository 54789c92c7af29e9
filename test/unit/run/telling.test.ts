import { telling } from '../../../core/run/outputItems';

test('an AI agent gets what tells something, each once', () => {
	const job = {
		uid: 'a',
		jobUid: 'a',
		projectUid: 'b',
		dateDue: null,
		providers: [],
		note: '',
		score: 0,
		done: false,
	};
	expect(telling(job)).toEqual({ jobUid: 'a', projectUid: 'b', score: 0, done: false });
});

test('a uid that stands nowhere else stays', () => {
	expect(telling({ uid: 'a', projectUid: 'b' })).toEqual({ uid: 'a', projectUid: 'b' });
});
