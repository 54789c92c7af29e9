import { choices } from '../../../../../core/fields/choice';
import type { Values } from '../../../../../core/fields/field';
import { wholeNumber } from '../../../../../core/fields/number';
import { targetLangOrAll } from '../../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../../shared/tms/fields/translationMemory';

/** A translation memory of a project, for one target language or all. */
export const memory = {
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

/** The translation memories of each language, or of all languages, as Phrase wants them. */
export function byLanguage(memories: Array<Values<typeof memory>>): object[] {
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
