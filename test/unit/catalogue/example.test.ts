import { Catalogue, catalogueOf } from '../../../core/catalogue/catalogue';
import { exampleOf, exampleOfMembers } from '../../../core/catalogue/example';
import { parseMembers, parseType } from '../../../core/catalogue/notation';

const catalogue = new Catalogue({
	endpoints: {},
	types: {
		Job: {
			'uid*': 'string',
			'level*': 'integer(3..5)',
			status: '(NEW|COMPLETED)',
			confirmed: 'boolean = true',
			dateDue: 'date-time',
			parent: 'Job',
			parts: 'Job[]',
			owner: 'User',
		},
		User: { $by: 'role', ADMIN: 'Admin', GUEST: 'Guest' },
		Admin: { 'role*': 'string', name: 'string(..3)' },
		Guest: { code: 'string(8..)' },
		Name: 'string(8..)',
	},
});

const example = (type: string, members?: 'all' | 'required') =>
	exampleOf(parseType(type), catalogue, members);

describe('An example of a type', () => {
	test('has every member, with defaults, and no type within itself', () => {
		expect(example('Job')).toEqual({
			uid: 'string',
			level: 3,
			status: 'NEW',
			confirmed: true,
			dateDue: '2026-01-31T12:00:00Z',
			parts: [],
			owner: { role: 'ADMIN', name: 'str' },
		});
	});

	test('has only the members that are required, when that is asked for', () => {
		expect(example('Job', 'required')).toEqual({ uid: 'string', level: 3 });
		expect(exampleOfMembers(parseMembers({ 'uid*': 'Name', at: 'uri' }), catalogue, 'required')).toEqual({
			uid: 'string--',
		});
	});

	test.each([
		['Name[2..]', ['string--', 'string--']],
		['number(0..0.5)', 0.5],
		['object', {}],
		['file', undefined],
	])('of %s keeps to its bounds', (type, value) => {
		expect(example(type)).toEqual(value);
	});

	test('of a page has one entry', () => {
		expect(example('page<Admin>')).toMatchObject({
			totalElements: 1,
			content: [{ role: 'string', name: 'str' }],
		});
	});

	test.each(['tms', 'languageAi'] as const)(
		'can be made of everything that %s takes and gives',
		(product) => {
			const known = catalogueOf(product);
			const endpoints = known.entries.map((entry) => known.endpoint(entry));
			const types = endpoints.flatMap(({ body, answers }) => [...(body?.types ?? []), ...answers]);
			const made = types.filter(({ kind }) => kind !== 'file').map((type) => exampleOf(type, known));

			expect(made.length).toBeGreaterThan(0);
			expect(made.every((one) => one !== undefined)).toBe(true);
		},
	);
});
