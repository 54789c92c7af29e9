/**
 * What Phrase looks for in jobs, by its own words. Older values that newer ones replace are left out.
 * Source: schema QualityChecks.
 */
const CHECKS = [
	'AbsoluteLength',
	'CustomQA',
	'EmptyPairTags',
	'EmptyTagContent',
	'EmptyTranslation',
	'ExtraNumbersV3',
	'ForbiddenString',
	'ForbiddenTerm',
	'Formatting',
	'FuzzyInconsistencySourceTarget',
	'FuzzyInconsistencyTargetSource',
	'InconsistentTagContent',
	'InconsistentTranslationSourceTarget',
	'InconsistentTranslationTargetSource',
	'JoinTags',
	'LeadingAndTrailingSpaces',
	'LeadingSpaces',
	'Malformed',
	'MissingNonTranslatableAnnotation',
	'MissingNumbersV3',
	'MultipleSpacesV3',
	'NestedTags',
	'NewerAtLowerLevel',
	'NonConformingTerm',
	'NotConfirmed',
	'RelativeLength',
	'RepeatedWord',
	'SourceOrTargetRegexp',
	'SpellCheck',
	'TargetSourceIdentical',
	'TrailingPunctuation',
	'TrailingSpaces',
	'TranslationLength',
	'UnmodifiedFuzzyTranslation',
	'UnmodifiedFuzzyTranslationMTNT',
	'UnmodifiedFuzzyTranslationTM',
	'UnresolvedComment',
	'UnresolvedConversation',
] as const;

/** The checks, as a list offers them: `MissingNumbersV3` is 'Missing Numbers'. */
export const WARNING_TYPES = CHECKS.map((value) => ({
	name: value.replace(/V3$/, '').replace(/([a-z])([A-Z])/g, '$1 $2'),
	value,
}));
