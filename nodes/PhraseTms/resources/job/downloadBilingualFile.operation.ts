import { file } from '../../../../core/endings/file';
import { choice, toggle } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

/** Most jobs of one file. Source: schema GetBilingualFileDto. */
const MAX_JOBS = 1000;

/** The forms of the file, and the extension of each. */
const FORMATS = [
	{ name: 'DOCX', value: 'DOCX', description: 'Can be uploaded again' },
	{ name: 'MXLIFF', value: 'MXLF', description: 'Can be uploaded again' },
	{ name: 'TMX', value: 'TMX' },
	{ name: 'XLIFF', value: 'XLIFF' },
] as const;
const EXTENSIONS = { DOCX: 'docx', MXLF: 'mxliff', TMX: 'tmx', XLIFF: 'xliff' };

/**
 * Downloads source and translation of jobs in one file.
 * Source: getBilingualFile, POST /api2/v1/projects/{projectUid}/jobs/bilingualFile.
 */
export const downloadBilingualFile = defineOperation(
	{
		name: 'Download Bilingual File',
		action: 'Download a bilingual file',
		description: 'Put the source and the translation of jobs, in one file, in a binary field or as text',
		fields: {
			...fromInput({ projectUid: project(), jobUids: jobUids(MAX_JOBS) }),
			format: choice(
				{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
				FORMATS,
				'MXLF',
			),
		},
		options: {
			preview: toggle(
				{ displayName: 'Preview', description: 'Whether the file holds a preview of the document as well' },
				true,
			),
		},
	},
	{
		request: ({ projectUid, jobUids: uids, format, options: { preview } }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/bilingualFile`
				.repeatable('always')
				.query({ format, preview })
				.json({ jobs: uids.map((uid) => ({ uid })) })
				.accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ jobUids: [first], format }) => `${first}.${EXTENSIONS[format]}`,
			json: ({ projectUid, jobUids: uids }) => ({ projectUid, jobUids: uids, ...onlyJob(uids) }),
		}),
	},
);
