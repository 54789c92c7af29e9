import { requiredId } from '../../../../../core/fields/text';

/** The reference file an operation is about. */
export const referenceFileId = () =>
	requiredId({
		displayName: 'Reference File ID',
		placeholder: 'e.g. 40113',
		description: 'ID of the reference file, as Get Many and Upload give it',
	});
