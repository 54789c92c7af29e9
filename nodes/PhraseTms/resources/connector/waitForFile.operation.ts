import { startedWork, startsOne } from '../../../../core/endings/workCourse';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { waitDetails } from '../../../../core/waiting/waitFor';
import { connector } from '../../../shared/tms/fields/connector';
import { connectorFile, folder } from '../../../shared/tms/fields/connectorFile';
import { downloadTaskId, taskProject } from '../../../shared/tms/fields/downloadTask';
import { downloadOf, fileDownload, type FileDownload } from './shared/fileDownload';
import type { Prepared } from './shared/isPrepared';
import { downloadPrepared } from './shared/preparedFile';

interface Waiting extends FileDownload {
	options: { projectUid?: string };
}

/**
 * Waits until a connector has downloaded a file, of which a job can be made then.
 * Source: getPreparedFile, GET
 * /api2/v2/connectors/{connectorId}/folders/{folder}/files/{file}/tasks/{taskId}.
 */
export const waitForFile = defineOperation(
	{
		name: 'Wait for File',
		action: 'Wait for a connector file',
		description: 'Wait until a connector has downloaded a file that you requested earlier',
		fields: fromInput({
			connectorId: connector(),
			folder: folder(),
			file: connectorFile(),
			downloadTaskId: downloadTaskId(),
		}),
		options: { projectUid: taskProject() },
		hiddenInTools: true,
	},
	{
		request: (values) => downloadPrepared(values, values.downloadTaskId),
		ends: prepared(),
	},
);

/** The item comes out when Phrase sends the file. */
function prepared(): Ending<Waiting> {
	const ending = startedWork<Waiting, Prepared>({
		kind: fileDownload({ isTaskCertain: true }),
		given: fileDownload({ isTaskCertain: false }),
		starts: startsOne(
			async ({ values: { options, ...values } }) =>
				await Promise.resolve(downloadOf({ ...values, projectUid: options.projectUid })),
		),
		collect: async ({ values }, { work, state, ...polling }) =>
			await Promise.resolve([{ json: { ...work.about, ...state, ...waitDetails(values, polling) } }]),
	});
	return { ...ending, handsOn: true };
}
