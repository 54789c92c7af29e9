import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../../../core/fields/choice';
import { shownWhen, type Values } from '../../../../../core/fields/field';
import { optionalText, requiredId, requiredText } from '../../../../../core/fields/text';
import { asText } from '../../../../../core/http/read';

const BY_NAME = { findBy: ['filename'] };

/** The fields that say of which file the wanted jobs are. */
export const findFields = {
	findBy: choice(
		{ displayName: 'Find By', description: 'What is known of the file' },
		[
			{ name: 'File Name', value: 'filename' },
			{ name: 'Server Task ID', value: 'serverTaskId', description: 'Reads all jobs of the project' },
			{ name: 'Source File UID', value: 'sourceFileUid', description: 'Reads all jobs of the project' },
		],
		'filename',
	),
	filename: shownWhen(
		BY_NAME,
		requiredText({
			displayName: 'File Name',
			placeholder: 'e.g. guide.md',
			description: 'The whole name of the file, with its extension',
		}),
	),
	path: shownWhen(
		BY_NAME,
		optionalText({
			displayName: 'Path',
			placeholder: 'e.g. docs/guides',
			description: 'Original directory of the file; any when left empty',
		}),
	),
	serverTaskId: shownWhen(
		{ findBy: ['serverTaskId'] },
		requiredId({
			displayName: 'Server Task ID',
			placeholder: 'e.g. 1042',
			description: "The 'serverTaskId' that a job tells",
		}),
	),
	sourceFileUid: shownWhen(
		{ findBy: ['sourceFileUid'] },
		requiredId({
			displayName: 'Source File UID',
			placeholder: 'e.g. pK2vQ9xWd4bYtN7mRsLf10',
			description: "The 'sourceFileUid' that a created or listed job tells",
		}),
	),
};

/** What is known of a file. */
type Known = Partial<Omit<Values<typeof findFields>, 'findBy'>>;

/** Whether a listed job is one of the file's; what is undefined is not known. */
export function isMatch({ filename, path, serverTaskId, sourceFileUid }: Known, job: IDataObject): boolean {
	const same = (known: string | undefined, told: unknown) => known === undefined || known === asText(told);
	return (
		same(filename, job.filename) &&
		(path === undefined || bare(path) === bare(asText(job.originalFileDirectory) ?? '')) &&
		same(serverTaskId, job.serverTaskId) &&
		same(sourceFileUid, job.sourceFileUid)
	);
}

/** A directory without slashes around it. */
function bare(path: string): string {
	return path.replace(/^\/+|\/+$/g, '');
}
