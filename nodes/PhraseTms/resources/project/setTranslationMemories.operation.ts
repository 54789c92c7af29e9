import { many } from '../../../../core/endings/many';
import { choices } from '../../../../core/fields/choice';
import type { Values } from '../../../../core/fields/field';
import { wholeNumber } from '../../../../core/fields/number';
import { rows } from '../../../../core/fields/rows';
import { asRecord } from '../../../../core/http/read';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { targetLangOrAll } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

const memory = {
	transMemoryUid: translationMemory(),
	targetLang: targetLangOrAll('The language that the translation memory is for'),
	modes: choices(
		{ displayName: 'Use For', description: 'What the project does with the translation memory' },
		[
			{ name: 'Reading', value: 'read' },
			{ name: 'Writing', value: 'write', description: 'New translations are saved in it' },
		],
		{ min: 1, initially: ['read'] },
	),
	penalty: wholeNumber(
		{ displayName: 'Penalty', description: 'Percentage that matches of it lose' },
		{ min: 0, max: 100, initially: 0 },
	),
};

/**
 * Sets the translation memories of a project.
 * Source: setProjectTransMemoriesV3, PUT /api2/v3/projects/{projectUid}/transMemories; schema
 * SetProjectTransMemoriesV3Dto.
 */
export const setTranslationMemories = defineOperation(
	{
		name: 'Set Translation Memories',
		action: 'Set translation memories of a project',
		description: 'Set which translation memories a project reads and writes, instead of those before',
		fields: {
			projectUid: project(),
			translationMemories: rows(
				{
					displayName: 'Translation Memories',
					row: 'Translation Memory',
					addText: 'Add translation memory',
					description: 'In the order in which they count',
				},
				memory,
			),
		},
	},
	{
		request: ({ projectUid, translationMemories }) =>
			PUT`/api2/v3/projects/${projectUid}/transMemories`
				.repeatable('always')
				.json({ dataPerContext: byLanguage(translationMemories) }),
		ends: many({
			at: 'transMemories',
			paged: false,
			add: ({ projectUid }, _answer, { transMemory }) => ({
				projectUid,
				transMemoryUid: asRecord(transMemory).uid,
			}),
		}),
	},
);

/** The translation memories of each language, or of all languages, as Phrase wants them. */
function byLanguage(memories: Array<Values<typeof memory>>): object[] {
	const contexts = new Map<string, object[]>();
	for (const { targetLang, transMemoryUid, modes, penalty } of memories) {
		const transMemories = contexts.get(targetLang) ?? [];
		contexts.set(targetLang, transMemories);
		transMemories.push({
			transMemory: { uid: transMemoryUid },
			readMode: modes.includes('read'),
			writeMode: modes.includes('write'),
			penalty,
			order: transMemories.length,
		});
	}
	return [...contexts].map(([targetLang, transMemories]) => ({
		transMemories,
		...(targetLang !== '' && { targetLang }),
	}));
}
