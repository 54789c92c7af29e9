import { shownWhen } from '../../../core/fields/field';
import { optionalText, requiredText } from '../../../core/fields/text';
import { choice } from '../../../core/fields/choice';
import { valuesOf } from '../../support/echo';

const text = (displayName: string) => requiredText({ displayName, description: 'Something' });

const fields = {
	before: shownWhen({ '@version': [1] }, text('Before')),
	since: shownWhen({ '@version': [1.1] }, text('Since')),
	always: text('Always'),
};
const options = {
	hint: shownWhen({ '@version': [1.1] }, optionalText({ displayName: 'Hint', description: 'Something' })),
};
const given = { before: 'b', since: 's', always: 'a', options: { hint: 'h' } };

it('reads the parameters of an old version in nodes of that version', async () => {
	expect(await valuesOf(fields, given, { typeVersion: 1, options })).toEqual({
		before: 'b',
		always: 'a',
		options: {},
	});
});

it('reads the parameters of a new version in nodes of that version', async () => {
	expect(await valuesOf(fields, given, { typeVersion: 1.1, options })).toEqual({
		since: 's',
		always: 'a',
		options: { hint: 'h' },
	});
});

it('checks a parameter of the version that the node has', async () => {
	await expect(valuesOf(fields, { ...given, since: '' }, { typeVersion: 1.1 })).rejects.toThrow(/^'Since'/);
	expect(await valuesOf(fields, { ...given, since: '' }, { typeVersion: 1 })).toMatchObject({ before: 'b' });
});

it('does not read an option that another field of the operation hides', async () => {
	const mode = choice(
		{ displayName: 'Mode', description: 'Something' },
		[
			{ name: 'A', value: 'a' },
			{ name: 'B', value: 'b' },
		],
		'a',
	);
	const hidden = { onlyA: shownWhen({ '/mode': ['a'] }, text('Only A')) };
	const left = { options: { onlyA: '' } };
	await expect(valuesOf({ mode }, { mode: "={{ 'a' }}", ...left }, { options: hidden })).rejects.toThrow(
		/'Only A'/,
	);
	expect(await valuesOf({ mode }, { mode: "={{ 'b' }}", ...left }, { options: hidden })).toEqual({
		mode: 'b',
		options: {},
	});
});
