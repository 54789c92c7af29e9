import { describeFields } from '../../core/fields/describeFields';
import type { Operation } from '../../core/operation/operation';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { everyProperty, type Placed } from '../support/everyProperty';

/** The operations that AI agents are offered, by their names. */
const offered: Array<[string, Operation]> = [...Object.values(tms), ...Object.values(languageAi)].flatMap(
	(resource) =>
		Object.values(resource.operations)
			.filter(({ hiddenInTools }) => !hiddenInTools)
			.map((operation): [string, Operation] => [`${resource.name} > ${operation.name}`, operation]),
);

/** Names that tell all there is to tell, and what n8n does not let be described. */
const NEED_NO_WORDS = new Set(['collection', 'fixedCollection', 'notice']);

/** Whether a model that reads what the editor shows knows what to give. */
function isDescribed({ property: { type, description = '', hint = '' } }: Placed): boolean {
	return NEED_NO_WORDS.has(type) || `${description} ${hint}`.trim().split(/\s+/).length >= 3;
}

test('AI agents are offered most operations', () => {
	expect(offered.length).toBeGreaterThan(60);
});

test.each(offered)('%s: each parameter says what it is', (_name, { fields, options }) => {
	const all = everyProperty(describeFields({ ...fields, ...options }));
	expect(all.filter((placed) => !isDescribed(placed)).map(({ path }) => path)).toEqual([]);
});

test.each(offered.filter(([, { fields }]) => 'simplify' in fields))(
	'%s: a short output is what comes by itself',
	(_name, { fields }) => {
		expect(fields.simplify?.property.default).toBe(true);
	},
);

test.each(offered)('%s: its description says more to a model than its name', (_name, operation) => {
	expect(operation.description.split(' ').length).toBeGreaterThan(2);
});
