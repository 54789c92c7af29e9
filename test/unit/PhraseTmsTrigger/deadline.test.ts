import { Deadline } from '../../../nodes/shared/trigger/answerDeadline';

/** Something that listens to no signal, as a log-in that n8n makes. */
const silence = async () => await new Promise<never>(() => undefined);

const late = (description: string) => ({
	kind: 'unreachable',
	message: 'Phrase did not answer within 0.05 s',
	description,
});

test('ends what does not listen to its signal, and says what that was', async () => {
	const deadline = new Deadline(50);
	await Promise.all([
		expect(deadline.waitFor('one', silence)).rejects.toMatchObject(
			late('The node waited for one and other.'),
		),
		expect(deadline.waitFor('other', silence)).rejects.toMatchObject({ kind: 'unreachable' }),
	]);
	expect(deadline.signal.aborted).toBe(true);
});

test('names only what it still waits for', async () => {
	const deadline = new Deadline(50);
	expect(await deadline.waitFor('one', async () => await Promise.resolve(1))).toBe(1);
	await expect(deadline.waitFor('other', silence)).rejects.toMatchObject(late('The node waited for other.'));
});

test('asks nothing any more when the time is over', async () => {
	const deadline = new Deadline(50);
	await expect(deadline.waitFor('one', silence)).rejects.toThrow();
	const ask = jest.fn();
	await expect(deadline.waitFor('other', ask)).rejects.toMatchObject({ kind: 'unreachable' });
	expect(ask).not.toHaveBeenCalled();
});
