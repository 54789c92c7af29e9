import { tryToParseDateTime } from 'n8n-workflow';
import { parseDefinition, parseType } from '../../../core/catalogue/notation';
import type { Definition } from '../../../core/catalogue/types';
import { asJson, typedValue, typedValueOrRaw, type TypedPlace } from '../../../core/fields/typedValue';

const DEFINITIONS: Record<string, Definition> = {
	Status: parseDefinition('(NEW|COMPLETED)'),
	Reference: parseDefinition({ 'uid*': 'string' }),
	Job: parseDefinition({ 'uid*': 'string', due: 'date-time', parts: 'Reference[]', note: 'string(..5)' }),
	User: parseDefinition({ $by: 'role', ADMIN: 'Reference', GUEST: 'Guest' }),
	Guest: parseDefinition({ 'role*': '(GUEST)', name: 'string' }),
};

const place: TypedPlace = {
	definitions: {
		definition: (name) => {
			const found = DEFINITIONS[name];
			if (found === undefined) throw new Error(`'${name}' is not defined`);
			return found;
		},
	},
	timezone: 'Europe/Prague',
	path: ['x'],
};

const checked = (type: string, raw: unknown) => typedValue(parseType(type), raw, place);

test.each([
	['string', 5, '5'],
	['string', new Date('2030-01-01T00:00:00Z'), '2030-01-01T00:00:00.000Z'],
	['date-time', '2030-07-01T12:00:00', '2030-07-01T10:00:00.000Z'],
	['date-time', tryToParseDateTime('2030-07-01T12:00:00', 'utc'), '2030-07-01T12:00:00.000Z'],
	['uri', 'https://example.com', 'https://example.com'],
	['integer(1..15)', '7', 7],
	['number', '0.5', 0.5],
	['boolean', 'true', true],
	['boolean', false, false],
	['(NEW|COMPLETED)', 'NEW', 'NEW'],
	['Status[]', 'NEW, COMPLETED', ['NEW', 'COMPLETED']],
	['Status[]', '["NEW"]', ['NEW']],
	['string[]', 'a', ['a']],
	['string[]', 7, ['7']],
	['Job[]', '[{"uid":"a","due":null}]', [{ uid: 'a', due: null }]],
	['Job', { uid: 'a', parts: [{ uid: 'b' }], note: undefined }, { uid: 'a', parts: [{ uid: 'b' }] }],
	['User', { role: 'ADMIN', uid: 'a' }, { role: 'ADMIN', uid: 'a' }],
	['User', '{"role":"GUEST","name":"b"}', { role: 'GUEST', name: 'b' }],
	['object', '{"a":1}', { a: 1 }],
])('%s takes %p', (type, raw, expected) => {
	expect(checked(type, raw)).toEqual(expected);
});

test.each([
	['string', {}, "'x': expected text, not an object"],
	['string', true, "'x': expected text, not the boolean true"],
	['string(2..3)', 'a', "'x': must have at least 2 characters"],
	['string(2..3)', 'abcd', "'x': must have at most 3 characters"],
	['string', '🙂'.slice(0, 1), "'x': holds half of a character"],
	['string', '…', "'x': put a value in place of '…'"],
	['number', '…', "'x': put a value in place of '…'"],
	['uri', 'example', "'x': expected a URL"],
	['date-time', 'tomorrow', "'x': expected a date and time"],
	['date-time', '', "'x': must not be empty"],
	['integer', 1.5, "'x': expected a whole number"],
	['integer', 'a', "'x': expected a number, not the text"],
	['integer(1..15)', 0, "'x': expected 1 or more, not 0"],
	['integer(1..15)', 16, "'x': expected 15 or less, not 16"],
	['boolean', 'true|false', "'x': expected true or false"],
	['Status', 'new', '\'x\': the text "new" is none of NEW, COMPLETED: did you mean NEW?'],
	['Status[]', 'NEW, NO', '\'x.1\': the text "NO" is none of'],
	['Job[]', { uid: 'a' }, "'x': expected a list, not an object"],
	['Job[1..]', [], "'x': must not be empty"],
	['Job[2..]', [{ uid: 'a' }], "'x': must have at least 2 entries"],
	['string[..1]', 'a, b', "'x': must have at most 1 entries"],
	['Job', { uid: 'a', parts: [{}] }, "'x.parts.0.uid': must not be empty"],
	['Job', { uid: 'a', notes: 'b' }, "'x.notes': Phrase knows no such name here: did you mean 'note'?"],
	['Job', { uid: null }, "'x.uid': must not be empty"],
	['Job', 'a', "'x': expected an object"],
	['User', { uid: 'a' }, '\'x.role\': the text "" is none of ADMIN, GUEST'],
	['User', { role: 'GUEST', uid: 'a' }, "'x.uid': Phrase knows no such name here"],
	['file', 'a', "'x': no value can be given here"],
])('%s refuses %p', (type, raw, message) => {
	expect(() => checked(type, raw)).toThrow(message);
});

test('what cannot be used is passed on when that is wanted', () => {
	expect(typedValueOrRaw(parseType('integer'), 'many', place)).toBe('many');
	expect(typedValueOrRaw(parseType('Job'), '{"new":1}', place)).toEqual({ new: 1 });
	expect(typedValueOrRaw(parseType('string(..1)'), '[1]', place)).toBe('[1]');
	expect(() => typedValueOrRaw(parseType('Unknown'), {}, place)).toThrow("'Unknown' is not defined");
	expect(asJson('{"a')).toBe('{"a');
});
