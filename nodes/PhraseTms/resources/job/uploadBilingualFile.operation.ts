import { listed } from '../../../../core/endings/listed';
import { fileToSend, sentFile } from '../../../../core/fields/sentFile';
import { choice, toggle } from '../../../../core/fields/choice';
import { asRecord } from '../../../../core/http/read';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';

/**
 * Puts a changed bilingual file back into the jobs that it came from; the file names them.
 * Source: uploadBilingualFileV2, POST /api2/v2/bilingualFiles.
 */
export const uploadBilingualFile = defineOperation(
	{
		name: 'Upload Bilingual File',
		action: 'Upload a bilingual file',
		description: 'Update jobs from a changed MXLIFF or DOCX file that Download Bilingual File gave',
		fields: {
			...sentFile.fields,
			saveToTransMemory: choice(
				{
					displayName: 'Save to Translation Memory',
					description: 'The segments that also go into the translation memory of the project',
				},
				[
					{ name: 'Confirmed', value: 'Confirmed' },
					{ name: 'None', value: 'None' },
				],
				'Confirmed',
			),
		},
		options: {
			...sentFile.options,
			setCompleted: toggle({
				displayName: 'Set Completed',
				description: 'Whether to give the jobs the status Completed',
			}),
		},
	},
	{
		request: (values) => {
			const { saveToTransMemory, options } = values;
			return POST`/api2/v2/bilingualFiles`
				.repeatable('refused')
				.query({ saveToTransMemory, setCompleted: options.setCompleted })
				.multipart([{ name: 'file', file: fileToSend(values), contentType: 'application/octet-stream' }]);
		},
		ends: listed({
			at: 'jobs',
			simple: SIMPLE_JOB,
			add: (_values, { project }, { uid }) => ({ projectUid: asRecord(project).uid, jobUid: uid }),
		}),
	},
);
