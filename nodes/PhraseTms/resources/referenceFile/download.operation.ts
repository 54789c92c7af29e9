import { file } from '../../../../core/endings/file';
import { fromInput } from '../../../../core/fields/fromInput';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { referenceFileId } from './shared/referenceFileId';

/**
 * Downloads a reference file.
 * Source: downloadReference, GET /api2/v1/projects/{projectUid}/references/{referenceFileId}.
 */
export const download = defineOperation(
	{
		name: 'Download',
		action: 'Download a reference file',
		description: 'Put a reference file of a project in a binary field or as text',
		fields: fromInput({ projectUid: project(), referenceFileId: referenceFileId() }),
	},
	{
		request: ({ projectUid, referenceFileId: id }) =>
			GET`/api2/v1/projects/${projectUid}/references/${id}`.accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ referenceFileId: id }) => `reference-${id}`,
			json: ({ projectUid, referenceFileId: id }) => ({ projectUid, referenceFileId: id }),
		}),
	},
);
