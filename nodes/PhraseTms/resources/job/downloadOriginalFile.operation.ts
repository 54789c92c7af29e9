import { file } from '../../../../core/endings/file';
import { fromInput } from '../../../../core/fields/fromInput';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';

/**
 * Downloads the file that a job was made of.
 * Source: getOriginalFile, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}/original.
 */
export const downloadOriginalFile = defineOperation(
	{
		name: 'Download Original File',
		action: 'Download an original file',
		description: 'Put the source file of a job in a binary field or as text',
		fields: fromInput({ projectUid: project(), jobUid: job() }),
	},
	{
		request: ({ projectUid, jobUid }) =>
			GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}/original`.accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ jobUid }) => jobUid,
			json: ({ projectUid, jobUid }) => ({ projectUid, jobUid }),
		}),
	},
);
