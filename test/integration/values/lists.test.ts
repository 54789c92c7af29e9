import { idList, textList } from '../../../core/fields/list';
import { id, optionalText, requiredId, requiredText } from '../../../core/fields/text';
import { locator } from '../../../core/fields/locator';
import { valuesOf } from '../../support/echo';

const labels = (displayName: string) => ({ displayName, description: 'Something' });

describe('a list of IDs', () => {
	const fields = { jobUids: idList(labels('Job UIDs'), { min: 1, max: 3 }) };
	const uidsOf = async (jobUids: unknown, json: object = {}) =>
		(await valuesOf(fields, { jobUids: jobUids as string }, { items: [{ json: { ...json } }] })).jobUids;

	it.each([
		['one', 'a', ['a']],
		['text with commas', 'a, b,c', ['a', 'b', 'c']],
		['text with blanks', 'a b\tc', ['a', 'b', 'c']],
		['text with line ends', 'a\r\nb\n\nc\n', ['a', 'b', 'c']],
		['text with semicolons', 'a; b;c', ['a', 'b', 'c']],
		['a list', "={{ ['a', 'b'] }}", ['a', 'b']],
		['lists in a list', "={{ [['a'], ['b']] }}", ['a', 'b']],
		['JSON text of a list', '["a", "b"]', ['a', 'b']],
		['JSON text from an expression', "={{ JSON.stringify(['a', 'b']) }}", ['a', 'b']],
		['a number', '={{ 42 }}', ['42']],
		['numbers', '={{ [42, 43] }}', ['42', '43']],
		['the same twice', 'a,a', ['a']],
		['gaps', "={{ ['a', null, '', undefined, 'b'] }}", ['a', 'b']],
	])('can be %s', async (_case, given, expected) => {
		expect(await uidsOf(given)).toEqual(expected);
	});

	it.each([
		['={{ $json.job }}', { job: { name: 'guide.md', uid: 'a' } }, /give the 'uid' of each.*entry\.uid/],
		['={{ $json.jobs }}', { jobs: [{ filename: 'guide.md', jobUid: 'a' }] }, /give the 'jobUid' of each/],
		['={{ JSON.stringify($json.jobs) }}', { jobs: [{ id: 4 }] }, /give the 'id' of each/],
		['{"uid": "a"}', {}, /give the 'uid' of each/],
		['={{ [true] }}', {}, /expected text, not the boolean true/],
		['["a"', {}, /begins as JSON/],
		['a, .., b', {}, /'..' is no ID/],
		["={{ ['\\ud83d'] }}", {}, /lone surrogate/],
		['a,b,c,d', {}, /at most 3/],
		['={{ null }}', {}, /must not be empty/],
		['={{ [] }}', {}, /must not be empty/],
	])('cannot be %s', async (given, json, reason) => {
		const refused = uidsOf(given, json);
		await expect(refused).rejects.toThrow(/^'Job UIDs'/);
		await expect(refused).rejects.toThrow(reason);
	});
});

it('a list that may be empty is empty when an expression finds nothing', async () => {
	expect(await valuesOf({ tags: textList(labels('Tags')) }, { tags: '={{ $json.missing }}' })).toMatchObject({
		tags: [],
	});
});

it('a list of names keeps their blanks and semicolons, and ends a name with its line', async () => {
	const tags = 'two words, half; half\r\nlast';
	expect(await valuesOf({ tags: textList(labels('Tags')) }, { tags })).toMatchObject({
		tags: ['two words', 'half; half', 'last'],
	});
});

describe('a text', () => {
	const fields = {
		name: requiredText(labels('Name')),
		note: optionalText(labels('Note')),
		uid: requiredId(labels('UID')),
	};
	const good = { name: 'a', note: '', uid: 'b' };

	it.each([
		['={{ 42 }}', '42'],
		["={{ DateTime.fromISO('2030-06-15T18:00:00Z', { zone: 'utc' }) }}", '2030-06-15T18:00:00.000Z'],
		[' spaced ', 'spaced'],
		['={{ "🙂" }}', '🙂'],
	])('can be %p', async (name, expected) => {
		expect(await valuesOf(fields, { ...good, name })).toMatchObject({ name: expected });
	});

	it('that may be empty is not given when an expression finds nothing', async () => {
		expect((await valuesOf(fields, { ...good, note: '={{ null }}' })).note).toBeUndefined();
	});

	it.each([
		['name', '={{ { uid: "a" } }}', /^'Name': expected text, not an object: give its 'uid'$/],
		['name', '={{ ["a"] }}', /^'Name': expected text, not a list: give one of its entries$/],
		['name', '={{ true }}', /^'Name': expected text, not the boolean true$/],
		['name', '={{ null }}', /^'Name': must not be empty$/],
		['name', '={{ "🙂".slice(0, 1) }}', /^'Name': .*lone surrogate/],
		['note', '={{ "🙂".slice(1) }}', /^'Note': .*lone surrogate/],
		['uid', '.', /^'UID': '\.' is no ID$/],
		['uid', ' .. ', /^'UID': '\.\.' is no ID$/],
		['uid', '={{ "\\ud800" }}', /^'UID': .*lone surrogate/],
	])("'%s' cannot be %s", async (name, given, reason) => {
		await expect(valuesOf(fields, { ...good, [name]: given })).rejects.toThrow(reason);
	});
});

describe('a locator', () => {
	const options = {
		displayName: 'Project',
		description: 'The project',
		search: async function searchProjects() {
			return await Promise.resolve({ results: [] });
		},
		idPlaceholder: 'e.g. a',
		url: {
			placeholder: 'e.g. https://phrase.example/web/project/a',
			idPattern: 'https?://[^/]+/web/project/(\\w+)',
		},
	};
	const fields = {
		projectUid: locator(options),
		other: locator({ ...options, displayName: 'Other', optional: true }),
	};
	const rl = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as never;

	it.each([
		[rl('id', '={{ 42 }}'), '42'],
		[rl('list', ' a '), 'a'],
		[rl('url', 'https://phrase.example/web/project/a?x=1'), 'a'],
		['={{ "a" }}', 'a'],
	])('can be %p', async (projectUid, expected) => {
		expect(await valuesOf(fields, { projectUid })).toMatchObject({ projectUid: expected, other: '' });
	});

	it.each([
		[rl('id', ''), /^'Project': choose one from the list, or give its ID$/],
		[rl('id', '={{ null }}'), /^'Project': choose one/],
		[rl('url', '={{ null }}'), /^'Project': choose one/],
		[rl('id', '..'), /^'Project': '\.\.' is no ID$/],
		[rl('id', '={{ { uid: "a" } }}'), /^'Project': expected text, not an object: give its 'uid'$/],
		[
			rl('url', 'https://phrase.example/'),
			/^'Project': .* is no address such as https:\/\/phrase\.example\/web\/project\/a$/,
		],
	])('cannot be %p', async (projectUid, reason) => {
		await expect(valuesOf(fields, { projectUid })).rejects.toThrow(reason);
	});
});

it('checks an ID in JSON as elsewhere', () => {
	expect(id().safeParse('..').success).toBe(false);
});
