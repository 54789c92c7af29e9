import { toggle, choice, choices } from '../../../core/fields/choice';
import { anyNumber, wholeNumber } from '../../../core/fields/number';
import { howMany } from '../../../core/fields/returnAll';
import { simplifyFields } from '../../../core/fields/simplify';
import { notifyFields } from '../../../core/fields/notify';
import { waitOptions, waitSwitch } from '../../../core/fields/waitOptions';
import { valuesOf } from '../../support/echo';
import { runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const labels = (displayName: string) => ({ displayName, description: 'Something' });

const COLOURS = [
	{ name: 'Green', value: 'green' },
	{ name: 'Red', value: 'red' },
] as const;

describe('a time limit', () => {
	const timeLimitOf = async (timeLimit: unknown) => {
		const { options } = await valuesOf({}, { options: { timeLimit } as never }, { options: waitOptions });
		return (options as { timeLimit?: number }).timeLimit;
	};

	it.each([
		[0.5, 0.5],
		['90', 90],
		["={{ '0.5' }}", 0.5],
		[0, 0],
	])('of %p is taken', async (given, minutes) => {
		expect(await timeLimitOf(given)).toBe(minutes);
	});

	it.each(['', '  ', null, '={{ null }}', "={{ '' }}", '={{ $json.missing }}'])(
		'of %p is not given, so that the usual one holds',
		async (given) => {
			expect(await timeLimitOf(given)).toBeUndefined();
		},
	);

	it.each([
		'={{ [] }}',
		'={{ [5] }}',
		'={{ true }}',
		'={{ false }}',
		'={{ $now }}',
		'={{ {} }}',
		'soon',
		'1e3',
		'-1',
	])('of %p is refused', async (given) => {
		await expect(timeLimitOf(given)).rejects.toThrow(/^'Time Limit': expected/);
	});
});

describe('a number', () => {
	const fields = {
		level: wholeNumber(labels('Level'), { min: 1, max: 15, initially: 3 }),
		share: anyNumber(labels('Share'), { min: 0, initially: 0.5 }),
	};

	it.each(['={{ null }}', '={{ undefined }}', ''])(
		'that is not there (%p) is the one shown at first',
		async (none) => {
			expect(await valuesOf(fields, { level: none, share: none })).toMatchObject({ level: 3, share: 0.5 });
		},
	);

	it.each([
		['={{ [2] }}', /not a list/],
		['={{ true }}', /not the boolean true/],
		['2.5', /whole/],
		['0', /from 1 to 15/],
		['16', /from 1 to 15/],
		['NaN', /expected a number/],
		['={{ Infinity }}', /expected a number/],
	])('of %p is refused', async (level, reason) => {
		await expect(valuesOf(fields, { level })).rejects.toThrow(reason);
	});
});

describe('a switch', () => {
	const fields = {
		...howMany.fields,
		...simplifyFields({ simple: [] }),
		...notifyFields,
		...waitSwitch({ name: 'Wait', description: 'Whether to wait' }, {}).fields,
		own: toggle(labels('Own')),
	};

	it.each(['true', 'TRUE', '={{ true }}', "={{ 'true' }}"])('is on by %p', async (on) => {
		expect(
			await valuesOf(fields, { returnAll: on, simplify: on, waitForCompletion: on, own: on }),
		).toMatchObject({
			returnAll: true,
			simplify: true,
			waitForCompletion: true,
			own: true,
		});
	});

	it.each(['false', "={{ 'False' }}", '={{ false }}'])('is off by %p', async (off) => {
		expect(
			await valuesOf(fields, { returnAll: off, simplify: off, waitForCompletion: off, own: off }),
		).toMatchObject({ returnAll: false, limit: 50, simplify: false, waitForCompletion: false, own: false });
	});

	it('is where it was at first when an expression finds nothing', async () => {
		const none = '={{ $json.missing }}';
		expect(
			await valuesOf(fields, { returnAll: none, simplify: none, waitForCompletion: none, own: none }),
		).toMatchObject({ returnAll: false, simplify: true, waitForCompletion: true, own: false });
	});

	it.each(['={{ 1 }}', '={{ [] }}', '={{ {} }}', 'maybe'])('is nowhere by %p', async (own) => {
		await expect(valuesOf(fields, { own })).rejects.toThrow(/^'Own': expected true or false, not /);
	});
});

describe('a choice', () => {
	const fields = {
		colour: choice(labels('Colour'), COLOURS, 'red'),
		colours: choices(labels('Colours'), COLOURS),
	};

	it('is the one shown at first when an expression finds nothing', async () => {
		expect(await valuesOf(fields, { colour: '={{ null }}', colours: '={{ null }}' })).toMatchObject({
			colour: 'red',
			colours: [],
		});
	});

	it.each(['red', "={{ 'red' }}", "={{ ['red'] }}", '["red"]', "={{ ['red', null, 'red'] }}"])(
		'of several can be made by %p',
		async (colours) => {
			expect(await valuesOf(fields, { colours })).toMatchObject({ colours: ['red'] });
		},
	);

	it('of several can be made by one text with commas', async () => {
		expect(await valuesOf(fields, { colours: 'red, green' })).toMatchObject({ colours: ['red', 'green'] });
	});

	it('names what there is to choose from', async () => {
		await expect(valuesOf(fields, { colour: 'blue' })).rejects.toThrow(
			`'Colour': the text "blue" is none of green, red`,
		);
		await expect(valuesOf(fields, { colours: ['red', 'blue'] })).rejects.toThrow(
			`'Colours', at '1': the text "blue" is none of green, red`,
		);
	});
});

describe('in operations', () => {
	const sandbox = useSandbox();

	it('null in a filter is a filter that was not added', async () => {
		const none = '={{ null }}';
		const { items } = await runTms(sandbox, {
			resource: 'project',
			operation: 'getMany',
			returnAll: 'true',
			filters: { name: none, includeArchived: none, statuses: none, targetLangs: none, clientId: none },
		});
		expect(items.length).toBeGreaterThan(0);
		const [request] = sandbox
			.requests()
			.filter(({ operationId }) => operationId === 'listProjects')
			.slice(-1);
		expect(request?.query).not.toMatch(/name|includeArchived|statuses|targetLangs|clientId/i);
	});
});
