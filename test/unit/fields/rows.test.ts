import type { INodeParameters, NodeOperationError } from 'n8n-workflow';
import { choice, toggle } from '../../../core/fields/choice';
import { collection } from '../../../core/fields/collection';
import { dateTime } from '../../../core/fields/dateTime';
import { describeFields } from '../../../core/fields/describeFields';
import { shownWhen, type Values } from '../../../core/fields/field';
import { locator } from '../../../core/fields/locator';
import { lookupsOf } from '../../../core/fields/lookups';
import { wholeNumber } from '../../../core/fields/number';
import { group, rows } from '../../../core/fields/rows';
import { requiredText } from '../../../core/fields/text';
import { valuesOf } from '../../support/echo';
import { thrownBy } from '../../support/thrownBy';

async function searchUsers() {
	return await Promise.resolve({ results: [] });
}

const labels = (displayName: string) => ({ displayName, description: 'Something' });

const provider = {
	type: choice(
		labels('Type'),
		[
			{ name: 'User', value: 'user' },
			{ name: 'Vendor', value: 'vendor' },
		],
		'user',
	),
	userId: shownWhen(
		{ type: ['user'] },
		locator({ ...labels('User'), search: searchUsers, idPlaceholder: 'e.g. 7' }),
	),
	vendorName: shownWhen({ type: ['vendor'] }, requiredText(labels('Vendor'))),
	price: shownWhen({ '/priced': [true] }, wholeNumber(labels('Price'), { min: 1, initially: 5 })),
	due: dateTime(labels('Due')),
};

const text = {
	displayName: 'Providers',
	row: 'Provider',
	addText: 'Add provider',
	description: 'Who translates',
};
const fields = { priced: toggle(labels('Priced')), providers: rows(text, provider) };

const read = async (providers: INodeParameters, more = {}) =>
	(await valuesOf(fields, { providers, ...more })).providers;

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

it('are read as their fields are read elsewhere, in their order', async () => {
	const row = [
		{ type: 'user', userId: byId('={{ 40 + 2 }}'), due: '2030-12-31T19:00:00+01:00' },
		{ type: 'vendor', vendorName: ' Acme ' },
	];
	expect(await read({ row })).toEqual([
		{ type: 'user', userId: '42', due: '2030-12-31T18:00:00.000Z' },
		{ type: 'vendor', vendorName: 'Acme' },
	]);
});

it('have no value of a hidden field, whatever is stored of it', async () => {
	const row = [{ type: 'vendor', vendorName: 'Acme', userId: byId('') }];
	expect(await read({ row })).toEqual([{ type: 'vendor', vendorName: 'Acme' }]);
});

it('look at fields of the operation, too', async () => {
	const row = [{ type: 'vendor', vendorName: 'Acme' }];
	expect(await read({ row }, { priced: true })).toEqual([{ type: 'vendor', vendorName: 'Acme', price: 5 }]);
});

it('are none when the user adds none', async () => {
	expect(await read({})).toEqual([]);
});

it.each([
	[
		{ type: 'user', userId: byId('') },
		"'Providers': row 2: 'User': choose one from the list, or give its ID",
	],
	[{ type: 'nobody' }, "'Providers': row 2: 'Type': the text \"nobody\" is none of user, vendor"],
	[{ type: 'vendor', vendorName: '={{ $json.missing }}' }, "'Providers': row 2: 'Vendor': must not be empty"],
	[{ type: 'vendor', vendorName: 'Acme', due: 'soon' }, /^'Providers': row 2: 'Due': expected a date/],
])('name the row, the field and the item: %p', async (wrong, message) => {
	const row = [{ type: 'vendor', vendorName: 'Acme' }, wrong];
	const error = (await thrownBy(read({ row }))) as NodeOperationError;
	expect(error.message).toMatch(message);
	expect(error.context.itemIndex).toBe(0);
});

it('can be in a collection, which the error names as well', async () => {
	const inside = { more: collection('More Fields', 'Add field', { providers: rows(text, provider) }) };
	const row = [{ type: 'vendor', vendorName: 'Acme' }];
	expect(await valuesOf(inside, { more: { providers: { row } } })).toMatchObject({
		more: { providers: [{ type: 'vendor', vendorName: 'Acme' }] },
	});
	const refused = valuesOf(inside, { more: { providers: { row: [{ type: 'vendor', vendorName: '' }] } } });
	await expect(refused).rejects.toThrow(/^'More Fields': 'Providers': row 1: 'Vendor': must not be empty$/);
});

it('show their fields in the order in which they were declared', () => {
	const [property] = describeFields({ providers: fields.providers });
	const [only] = property?.options ?? [];
	expect(only).toMatchObject({ displayName: 'Provider', name: 'row' });
	expect(only && 'values' in only && only.values.map(({ name }) => name)).toEqual(Object.keys(provider));
	expect(property?.typeOptions).toEqual({ multipleValues: true });
});

it('bring the lookups of their fields', () => {
	expect(lookupsOf(Object.values(fields)).listSearch).toEqual({ searchUsers });
});

describe('a group', () => {
	const grouped = { provider: group(text, provider) };

	it('is one row, or nothing', async () => {
		expect(
			await valuesOf(grouped, { provider: { row: { type: 'vendor', vendorName: 'Acme' } } }),
		).toMatchObject({
			provider: { type: 'vendor', vendorName: 'Acme' },
		});
		expect((await valuesOf(grouped, {})).provider).toBeUndefined();
	});

	it('names its field when that cannot be used', async () => {
		const refused = valuesOf(grouped, { provider: { row: { type: 'vendor', vendorName: '' } } });
		await expect(refused).rejects.toThrow(/^'Providers': 'Vendor': must not be empty$/);
	});
});

/** Whether each of two types can stand for the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it('have the types of their fields', () => {
	// Does not compile when the type of a row is another one.
	const typed: Same<
		Values<typeof fields>['providers'],
		Array<{
			type: 'user' | 'vendor';
			userId: string | undefined;
			vendorName: string | undefined;
			price: number | undefined;
			due: string | undefined;
		}>
	> = true;
	expect(typed).toBe(true);
});
