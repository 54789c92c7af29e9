import { inBatches } from '../../../../core/endings/inBatches';
import { fromInput } from '../../../../core/fields/fromInput';
import { idList } from '../../../../core/fields/list';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Deletes reference files. Source: batchDeleteReferenceFiles, DELETE /api2/v1/projects/{projectUid}/references. */
export const deleteReferenceFiles = defineOperation(
	{
		name: 'Delete',
		action: 'Delete reference files',
		description: 'Delete reference files of a project',
		fields: fromInput({
			projectUid: project(),
			referenceFileIds: {
				...idList(
					{
						displayName: 'Reference File IDs',
						description: 'IDs of the files: one, several with commas or blanks, or a list by expression',
					},
					{ min: 1 },
				),
				inputMember: ['referenceFileIds', 'referenceFileId'],
			},
		}),
	},
	{
		request: ({ projectUid, referenceFileIds: ids }) =>
			DELETE`/api2/v1/projects/${projectUid}/references`.json({ referenceFiles: ids.map((id) => ({ id })) }),
		ends: inBatches({
			list: 'referenceFileIds',
			entry: 'referenceFileId',
			size: 100,
			does: 'deleted',
			about: ({ projectUid }) => ({ projectUid }),
			done: { deleted: true },
		}),
	},
);
