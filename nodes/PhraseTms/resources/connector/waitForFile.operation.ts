import { asText } from '../../../../core/http/read';
import { orByCallback, type ByCallback } from '../../../../core/endings/orByCallback';
import { startedWork, startsOne } from '../../../../core/endings/workCourse';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { waitDetails } from '../../../../core/waiting/waitFor';
import { connector } from '../../../shared/tms/fields/connector';
import { connectorFile, folder } from '../../../shared/tms/fields/connectorFile';
import { downloadTaskId, taskProject } from '../../../shared/tms/fields/downloadTask';
import { downloadFailed } from './shared/failedTask';
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
		ends: orByCallback(prepared(), preparedByCallback()),
	},
);

/** The item comes out when Phrase sends the file. */
function prepared(): Ending<Waiting> {
	return startedWork<Waiting, Prepared>({
		kind: fileDownload({ isTaskCertain: false }),
		given: true,
		starts: startsOne(async ({ values }) => await Promise.resolve(workOf(values))),
		collect: async ({ values }, { work, state, ...polling }) =>
			await Promise.resolve([{ json: { ...work.about, ...state, ...waitDetails(values, polling) } }]),
	});
}

/**
 * Looks at each prepared file by itself. Without a project, only the callback shows that Phrase could not
 * download a file. So the callback's word counts for that, when its URL is signed.
 */
function preparedByCallback(): ByCallback<Waiting, Prepared> {
	const workKind = fileDownload({ isTaskCertain: true });
	return {
		member: 'downloadTaskId',
		kind: 'connectorTask',
		onlyCallbackTellsFailure: (context, item) =>
			(['connectorId', 'folder', 'file'] as const).every((name) => context[name] === asText(item[name])),
		workKind,
		work: workOf,
		item: ({ about }, prepared) => ({ json: { ...about, ...prepared } }),
		toldFailure: ({ about }, words) => downloadFailed(asText(about.downloadTaskId) ?? '', words),
		haveEnded: async (items, client) => {
			for (const about of items) {
				if (!(await workKind.look({ name: '', about, answer: {} }, client))) return false;
			}
			return true;
		},
	};
}

function workOf({ options, ...values }: Waiting) {
	return downloadOf({ ...values, projectUid: options.projectUid });
}
