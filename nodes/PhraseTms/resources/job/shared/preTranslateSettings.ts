import { z } from 'zod/v4';
import { choice, toggle } from '../../../../../core/fields/choice';
import { collection } from '../../../../../core/fields/collection';
import { shownWhen, type Fields, type Values } from '../../../../../core/fields/field';
import { FIELDS_OR_JSON, jsonField } from '../../../../../core/fields/json';
import { anyNumber } from '../../../../../core/fields/number';

/** Most that a match can be: a match in its context. Source: schema JobTranslationMemorySettingsV3Dto. */
const MATCH_IN_CONTEXT = 1.01;

const general = {
	autoPropagateRepetitions: toggle({
		displayName: 'Propagate Repetitions',
		description: 'Whether to fill repetitions of a segment as well',
	}),
	confirmRepetitions: toggle({
		displayName: 'Confirm Repetitions',
		description: 'Whether to confirm repetitions of a segment',
	}),
	overwriteExistingTranslations: toggle({
		displayName: 'Overwrite Existing Translations',
		description: 'Whether to replace what target segments hold',
	}),
	setJobStatusCompleted: toggle({
		displayName: 'Complete Jobs',
		description: 'Whether to set a job to completed once it is pre-translated',
	}),
	setJobStatusCompletedWhenConfirmed: toggle({
		displayName: 'Complete Confirmed Jobs',
		description: 'Whether to set a job to completed once all of its segments are confirmed',
	}),
	setProjectStatusCompleted: toggle({
		displayName: 'Complete Project',
		description: 'Whether to set the project to completed once all of its jobs are pre-translated',
	}),
};

const translationMemory = {
	confirm100PercentMatches: toggle({
		displayName: 'Confirm 100% Matches',
		description: 'Whether to confirm segments with a match of 100%',
	}),
	confirm101PercentMatches: toggle({
		displayName: 'Confirm 101% Matches',
		description: 'Whether to confirm segments with a match in its context',
	}),
	lock100PercentMatches: toggle({
		displayName: 'Lock 100% Matches',
		description: 'Whether to lock segments with a match of 100%',
	}),
	lock101PercentMatches: toggle({
		displayName: 'Lock 101% Matches',
		description: 'Whether to lock segments with a match in its context',
	}),
	translationMemoryThreshold: anyNumber(
		{ displayName: 'Threshold', description: 'Lowest match to use, 0.7 for 70%' },
		{ min: 0, max: MATCH_IN_CONTEXT, initially: 0.7 },
	),
	useTranslationMemory: toggle(
		{ displayName: 'Use Translation Memory', description: 'Whether to use translation memories' },
		true,
	),
};

const machineTranslation = {
	confirmMatches: toggle({
		displayName: 'Confirm Matches',
		description: "Whether to confirm machine translations that reach the 'Confirm Threshold'",
	}),
	confirmMatchesThreshold: anyNumber(
		{ displayName: 'Confirm Threshold', description: 'Lowest quality to confirm, 0.9 for 90%' },
		{ min: 0, max: 1, initially: 1 },
	),
	lock100PercentMatches: toggle({
		displayName: 'Lock Matches',
		description: "Whether to lock machine translations that reach the 'Lock Threshold'",
	}),
	lockMtThreshold: anyNumber(
		{ displayName: 'Lock Threshold', description: 'Lowest quality to lock, in percent' },
		{ min: 0, max: 100, initially: 100 },
	),
	machineTranslationBehavior: choice(
		{ displayName: 'Behavior', description: 'When to use machine translation beside translation memories' },
		[
			{ name: 'Apply Above Threshold', value: 'APPLY_MT_ABOVE_THRESHOLD' },
			{ name: 'Compare and Use Best Match', value: 'COMPARE_AND_BEST_MATCH' },
		],
		'APPLY_MT_ABOVE_THRESHOLD',
	),
	mtSuggestOnlyTmBelow: toggle(
		{
			displayName: 'Only Below Match',
			description:
				"Whether to use it only where the translation memory's match is below the 'Match Threshold'",
		},
		true,
	),
	mtSuggestOnlyTmBelowThreshold: anyNumber(
		{ displayName: 'Match Threshold', description: 'Match of the translation memory, 0.7 for 70%' },
		{ min: 0, max: MATCH_IN_CONTEXT, initially: 1 },
	),
	useAltTransOnly: toggle({
		displayName: 'Only as Suggestion',
		description: 'Whether to leave the target empty, and put machine translations beside it',
	}),
	useMachineTranslation: toggle(
		{ displayName: 'Use Machine Translation', description: 'Whether to use machine translation' },
		true,
	),
};

const nonTranslatables = {
	confirm100PercentMatches: toggle({
		displayName: 'Confirm 100% Matches',
		description: 'Whether to confirm segments that are not to be translated at all',
	}),
	lock100PercentMatches: toggle({
		displayName: 'Lock 100% Matches',
		description: 'Whether to lock segments that are not to be translated at all',
	}),
	preTranslateNonTranslatables: toggle(
		{ displayName: 'Use Non-Translatables', description: 'Whether to fill in what is not to be translated' },
		true,
	),
};

const byFields = <F extends Fields>(displayName: string, fields: F) =>
	shownWhen({ settings: ['fields'] }, collection(displayName, 'Add setting', fields));

/** The fields that say how jobs are pre-translated. Source: schema PreTranslateJobSettingsV3Dto. */
export const preTranslateFields = {
	settings: choice(
		{ displayName: 'Settings', description: 'The settings to pre-translate with' },
		[
			{ name: 'Of the Project', value: 'project' },
			{ name: 'Phrase Defaults', value: 'defaults' },
			...FIELDS_OR_JSON,
		],
		'defaults',
	),
	preTranslateSettings: byFields('General Settings', general),
	translationMemorySettings: byFields('Translation Memory Settings', translationMemory),
	machineTranslationSettings: byFields('Machine Translation Settings', machineTranslation),
	nonTranslatableSettings: byFields('Non-Translatable Settings', nonTranslatables),
	preTranslateSettingsJson: shownWhen(
		{ settings: ['json'] },
		jsonField(
			{
				displayName: 'Settings (JSON)',
				description: 'The settings as Phrase takes them',
				example: { translationMemorySettings: { useTranslationMemory: true } },
			},
			() => z.record(z.string(), z.unknown()),
		),
	),
};

/** The settings as Phrase wants them. Source: schema PreTranslateJobsV3Dto. */
export function toPreTranslateSettings(given: Values<typeof preTranslateFields>): object {
	const { translationMemorySettings, machineTranslationSettings, nonTranslatableSettings } = given;
	return {
		useProjectPreTranslateSettings: given.settings === 'project' ? true : undefined,
		preTranslateSettings: given.preTranslateSettingsJson ?? {
			...given.preTranslateSettings,
			translationMemorySettings,
			machineTranslationSettings,
			nonTranslatableSettings,
		},
	};
}
