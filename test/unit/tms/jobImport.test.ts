import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../core/http/client.types';
import { jobImport } from '../../../nodes/PhraseTms/resources/job/shared/jobImport';

const kind = jobImport('Go on by hand.');
const work = { name: 'The import', about: { projectUid: 'p1', jobUid: 'j1' }, answer: {} };

/** A Phrase that knows one job. */
function phraseWith(job: IDataObject): PhraseClient {
	return {
		send: async ({ target }) =>
			await Promise.resolve({
				status: 200,
				headers: {},
				body: target === '/api2/v1/projects/p1/jobs/j1' ? job : undefined,
			}),
		open: async () => await Promise.reject(new Error('not needed')),
	};
}

it.each<[string, IDataObject, boolean]>([
	['OK', { importStatus: { status: 'OK' } }, true],
	['OK, whatever else is said', { importStatus: { status: 'OK' }, imported: false }, true],
	['imported, as older answers say', { imported: true }, true],
	['not imported, as older answers say', { imported: false }, false],
	['RUNNING', { importStatus: { status: 'RUNNING' } }, false],
	['a status that nobody knows', { importStatus: { status: 'PAUSED' }, imported: true }, false],
	['nothing', {}, false],
])('an import of which Phrase says %s', async (_says, job, hasEnded) => {
	expect(await kind.look(work, phraseWith(job))).toEqual(hasEnded ? job : undefined);
});

it.each<[IDataObject, string, string]>([
	[
		{
			uid: 'j1',
			filename: 'guide.md',
			targetLang: 'cs_cz',
			importStatus: { status: 'ERROR', errorMessage: 'Too big' },
		},
		"Phrase could not import 'guide.md'",
		'Too big.\nJob j1 (cs_cz) stays in the project without content.',
	],
	[
		{ uid: 'j1', targetLang: 'cs_cz', importStatus: { status: 'ERROR' } },
		"Phrase could not import 'the file'",
		'Job j1 (cs_cz) stays in the project without content.',
	],
])('an import that failed, %j', async (job, message, description) => {
	await expect(kind.look(work, phraseWith(job))).rejects.toMatchObject({
		kind: 'workFailed',
		message,
		description: expect.stringContaining(description) as string,
	});
});

it.each<[IDataObject, string | undefined]>([
	[{ importStatus: { status: 'RUNNING' } }, undefined],
	[{ importStatus: { status: 'PAUSED' } }, 'importStatus is "PAUSED"'],
	[{}, 'importStatus is null'],
])('the last word on an import that does not end, of %j', async (job, message) => {
	expect((await kind.lastWord?.(work, phraseWith(job)))?.message).toBe(message);
});
