import { listed } from '../../../../core/endings/listed';
import { fromInput } from '../../../../core/fields/fromInput';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { optionalText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/**
 * Adds a reference file to a project, with a note if there is one.
 * Source: createReferenceFiles, POST /api2/v2/projects/{projectUid}/references, parts `file` and `json`.
 */
export const upload = defineOperation(
	{
		name: 'Upload',
		action: 'Upload a reference file',
		description: 'Add a file or a text for the people who translate a project',
		fields: { ...fromInput({ projectUid: project() }), ...sentFile.fields },
		options: {
			...sentFile.options,
			note: optionalText({ displayName: 'Note', description: 'What to say of the file' }),
		},
	},
	{
		request: (values) => {
			const file = fileToSend(values);
			const { note } = values.options;
			return POST`/api2/v2/projects/${values.projectUid}/references`
				.repeatable('refused')
				.multipart([
					{ name: 'file', file, contentType: file.mimeType },
					...(note === undefined ? [] : [{ name: 'json', json: { note } }]),
				]);
		},
		ends: listed({
			at: 'referenceFiles',
			add: ({ projectUid }, _answer, { id }) => ({ projectUid, referenceFileId: id }),
		}),
	},
);
