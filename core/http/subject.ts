/** What paths of Phrase's APIs call a thing, and what users call one of them. */
const THINGS: Readonly<Record<string, string>> = {
	analyses: 'analysis',
	applyTemplate: 'project template',
	async: 'asynchronous request',
	clients: 'client',
	connectors: 'connector',
	fileTranslations: 'file translation',
	files: 'file',
	folders: 'folder',
	importSettings: 'import settings',
	jobs: 'job',
	lqas: 'LQA conversation',
	plains: 'conversation',
	profiles: 'profile',
	projectTemplates: 'project template',
	projects: 'project',
	quotes: 'quote',
	references: 'reference file',
	tasks: 'task',
	termBases: 'term base',
	transMemories: 'translation memory',
	users: 'user',
	vendors: 'vendor',
	webhooks: 'webhook',
};

/** Longest id that is worth showing. */
const LONGEST_ID = 60;

/**
 * What a call is about, in words: 'job abc in project xyz'.
 * @param literal the text of the path around the ids
 * @param ids the ids in it
 * @returns undefined when the path names no single thing that has a name here
 */
export function subjectOf(
	literal: readonly string[],
	ids: ReadonlyArray<string | number>,
): string | undefined {
	// What follows the last id may be about several things of that kind: `jobs/batch`.
	if ((literal[ids.length]?.split('/').at(-2) ?? '') in THINGS) return undefined;
	const named = ids.flatMap((id, index) => {
		const thing = THINGS[literal[index]?.split('/').at(-2) ?? ''];
		return thing === undefined ? [] : [`${thing} ${String(id).trim().slice(0, LONGEST_ID)}`];
	});
	return named.length === 0 ? undefined : named.reverse().join(' in ');
}
