import { parseDefinition, parseMember, parseType } from '../../../core/catalogue/notation';

describe('The notation of types', () => {
	test.each([
		['string', { kind: 'string' }],
		['string(..255)', { kind: 'string', max: 255 }],
		['date-time', { kind: 'string', format: 'date-time' }],
		['integer(1..50)', { kind: 'integer', min: 1, max: 50 }],
		['number(0..1.01)', { kind: 'number', min: 0, max: 1.01 }],
		['(NEW|COMPLETED)', { kind: 'choice', values: ['NEW', 'COMPLETED'] }],
		['(LOCKED|NOT_LOCKED)[]', { kind: 'list', of: { kind: 'choice', values: ['LOCKED', 'NOT_LOCKED'] } }],
		['UidReference[1..100]', { kind: 'list', of: { kind: 'named', name: 'UidReference' }, min: 1, max: 100 }],
		['string[][2..]', { kind: 'list', of: { kind: 'list', of: { kind: 'string' } }, min: 2 }],
		['page<ClientDto>', { kind: 'page', of: { kind: 'named', name: 'ClientDto' } }],
		['file', { kind: 'file' }],
	])('reads %s', (text, type) => {
		expect(parseType(text)).toEqual(type);
	});

	test.each(['', 'text', 'string(1-5)', '()', 'string(..255', 'string(..x)', 'UidReference[one]'])(
		'refuses %j',
		(text) => {
			expect(() => parseType(text)).toThrow();
		},
	);

	test('reads what is required, and defaults of the right type', () => {
		expect(parseMember('jobs*', 'UidReference[]')).toMatchObject({ name: 'jobs', required: true });
		expect(parseMember('purge', 'boolean = false')).toMatchObject({ required: false, default: false });
		expect(parseMember('pageSize', 'integer(1..50) = 20')).toMatchObject({ default: 20 });
		expect(parseMember('format', '(CSV|LOG) = LOG')).toMatchObject({ default: 'LOG' });
		expect(parseMember('delimiter', 'string = ,')).toMatchObject({ default: ',' });
	});

	test('reads members, variants and other names', () => {
		expect(parseDefinition({ 'uid*': 'string' })).toMatchObject({ kind: 'members' });
		expect(parseDefinition('(A|B)')).toEqual({
			kind: 'alias',
			type: { kind: 'choice', values: ['A', 'B'] },
		});
		expect(parseDefinition({ $by: 'role', ADMIN: 'AdminDto' })).toEqual({
			kind: 'variants',
			by: 'role',
			variants: { ADMIN: { kind: 'named', name: 'AdminDto' } },
		});
	});
});
