import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Uploaded files by name. Source: getFiles, GET /api2/v1/files. */
const searchUploadedFiles = searchOf('searchUploadedFiles', {
	list: GET`/api2/v1/files`,
	by: 'name',
	id: 'uid',
});

/** The uploaded file an operation is about. */
export const uploadedFile = () =>
	locator({
		displayName: 'File',
		description: 'The uploaded file in Phrase TMS',
		search: searchUploadedFiles,
		idPlaceholder: 'e.g. 2gHq8sWxLd5nKbVz0mRc74',
	});
