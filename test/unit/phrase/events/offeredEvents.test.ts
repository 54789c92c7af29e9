import { catalogueOf } from '../../../../core/catalogue/catalogue';
import { ALL_JOBS_REACHED_STATUS } from '../../../../core/phrase/events/webhookEvents';
import { choices, everyProperty } from '../../../support/everyProperty';
import { nodes } from '../../../support/shipped';

/** What Phrase's contract allows for a type, sorted. */
function contractValues(name: string): string[] {
	const definition = catalogueOf('tms').definition(name);
	if (definition.kind !== 'alias' || definition.type.kind !== 'choice') throw new Error(`${name} is no enum`);
	return [...definition.type.values].sort();
}

/** Every parameter of every node, with the node's name in its path. */
const parameters = nodes().flatMap(({ instance: { description } }) =>
	everyProperty(description.properties, [description.displayName]),
);

/** The parameters of these names, each by its path. */
const named = (...names: string[]) =>
	parameters
		.filter(({ property }) => names.includes(property.name))
		.map(({ path, property }) => [path, property] as const);

describe('what the nodes offer', () => {
	const events = contractValues('WebHookEvent');

	test('is 37 events', () => {
		expect(events).toHaveLength(37);
		expect(named('events', 'event').map(([path]) => path)).toEqual(
			expect.arrayContaining(['Phrase TMS Trigger > Events', 'Phrase TMS > Events']),
		);
	});

	/** Polling can tell of some events only. */
	const byWebhook = named('events', 'event').filter(
		([path]) => !path.startsWith('Phrase TMS Polling Trigger'),
	);

	test.each(byWebhook)('are the events of Phrase: %s', (_, property) => {
		const offered = choices(property).map(({ value }) => value);
		expect(offered.filter((value) => value !== ALL_JOBS_REACHED_STATUS).sort()).toEqual(events);
	});

	test.each(named('actions'))('are the actions of Phrase: %s', (_, property) => {
		const offered = choices(property).map(({ value }) => value);
		expect(offered.sort()).toEqual(contractValues('AsyncAction'));
	});

	test.each(named('secretTokenType'))('are the headers of Phrase: %s', (_, property) => {
		const offered = choices(property).map(({ value }) => value);
		expect(offered.sort()).toEqual(contractValues('WebHookSecretTokenType'));
	});
});

test.each(named('otherEvents', 'otherActions'))(
	'the placeholder names what Phrase has: %s',
	(_, property) => {
		const examples = property.placeholder?.match(/[A-Z]+(?:_[A-Z0-9]+)+/g) ?? [];
		const known = contractValues(property.name === 'otherActions' ? 'AsyncAction' : 'WebHookEvent');
		expect(examples).not.toEqual([]);
		expect(examples.filter((example) => !known.includes(example))).toEqual([]);
	},
);
