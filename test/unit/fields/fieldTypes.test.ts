import { choice, toggle } from '../../../core/fields/choice';
import { shownWhen } from '../../../core/fields/field';
import { fieldSet } from '../../../core/fields/fieldSet';
import { none } from '../../../core/endings/none';
import { GET } from '../../../core/http/request';
import { defineOperation } from '../../../core/operation/operation';

const labels = { displayName: 'Thing', description: 'The thing' };
const colour = choice(
	labels,
	[
		{ name: 'Green', value: 'green' },
		{ name: 'Red', value: 'red' },
	],
	'red',
);
const form = { name: 'Do', action: 'Do a thing', description: 'Do a thing' };
const course = { request: () => GET`/things`, ends: none(() => ({ done: true })) };

// What the type checker has to refuse is what these tests show; that it is refused is checked by `npm run typecheck`.
describe('the types of fields', () => {
	it('know which fields others are shown for, wherever fields are declared', () => {
		const shown = shownWhen({ colour: ['red'] }, toggle(labels));
		fieldSet({ colour, shown });
		// @ts-expect-error no field is called 'colour' any more
		fieldSet({ color: colour, shown });
		defineOperation({ ...form, fields: { colour, shown } }, course);
		// @ts-expect-error no field is called 'colour' any more
		const renamed = defineOperation({ ...form, fields: { color: colour, shown } }, course);
		expect(Object.keys(renamed.fields)).toEqual(['color', 'shown']);
	});

	it('know the values of a field set, which may be missing', () => {
		const set = fieldSet({ colour, shown: shownWhen({ colour: ['red'] }, toggle(labels)) });
		const values = set.of({ colour: 'red', shown: true, other: 1 });
		const chosen: 'green' | 'red' | undefined = values.colour;
		// @ts-expect-error an operation may not ask for it
		const always: boolean = values.shown;
		// @ts-expect-error it is none of these fields
		expect([chosen, always, values.other]).toEqual(['red', true, 1]);
	});
});
