import { requiredId } from '../../../../core/fields/text';
import { projectIfAny } from './project';

/** The task that prepares a connector's file for download. */
export const downloadTaskId = () =>
	requiredId({
		displayName: 'Download Task ID',
		placeholder: 'e.g. 20394857',
		description: 'ID of the finished download task, as Request File Download returned it',
	});

/**
 * A project by which to tell transfers of a connector that failed.
 * @param does what the connector does with the file: 'download'
 */
export const taskProject = (does: 'download' | 'upload' = 'download') =>
	projectIfAny(
		`The project that the file is for. Phrase then tells when the connector could not ${does} the file.`,
	);
