import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { createFromConnectorTask } from './createFromConnectorTask.operation';
import { deleteJobs } from './delete.operation';
import { deleteTranslations } from './deleteTranslations.operation';
import { downloadBilingualFile } from './downloadBilingualFile.operation';
import { downloadOriginalFile } from './downloadOriginalFile.operation';
import { downloadTargetFile } from './downloadTargetFile.operation';
import { downloadTargetFileByAsyncRequest } from './downloadTargetFileByAsyncRequest.operation';
import { downloadTargetFiles } from './downloadTargetFiles.operation';
import { exportToRepository } from './exportToRepository.operation';
import { find } from './find.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getManyByUser } from './getManyByUser.operation';
import { getSegmentCounts } from './getSegmentCounts.operation';
import { getSegments } from './getSegments.operation';
import { getStatusChanges } from './getStatusChanges.operation';
import { getWebEditorUrl } from './getWebEditorUrl.operation';
import { notifyAssigned } from './notifyAssigned.operation';
import { preTranslate } from './preTranslate.operation';
import { requestTargetFile } from './requestTargetFile.operation';
import { setStatus } from './setStatus.operation';
import { split } from './split.operation';
import { update } from './update.operation';
import { updateMany } from './updateMany.operation';
import { updateSource } from './updateSource.operation';
import { updateTarget } from './updateTarget.operation';
import { uploadBilingualFile } from './uploadBilingualFile.operation';

/** One file in one target language and workflow step. */
export const job: Resource = {
	name: 'Job',
	operations: {
		create,
		createFromConnectorTask,
		delete: deleteJobs,
		deleteTranslations,
		downloadBilingualFile,
		downloadOriginalFile,
		downloadTargetFile,
		downloadTargetFileByAsyncRequest,
		downloadTargetFiles,
		exportToRepository,
		find,
		get,
		getMany,
		getManyByUser,
		getSegmentCounts,
		getSegments,
		getStatusChanges,
		getWebEditorUrl,
		notifyAssigned,
		preTranslate,
		requestTargetFile,
		setStatus,
		split,
		update,
		updateMany,
		updateSource,
		updateTarget,
		uploadBilingualFile,
	},
	defaultOperation: 'create',
};
