import { eachAlone } from '../../../../core/endings/eachAlone';
import { asRecord, asText } from '../../../../core/http/read';
import type { Ending } from '../../../../core/operation/operation';
import { idsOf, type Called } from '../../../shared/api/called';
import type { CallValues } from '../../../shared/api/callValues';
import { preparedByTask } from '../connector/shared/preparedByTask';

/**
 * The work of a connector. When it has downloaded a file, the prepared file tells that. When it has uploaded one, only
 * Phrase's callback does.
 * Source: getFileForConnectorV2.
 */
export function connectorTask(called: Called): Ending<CallValues> {
	const { connectorId = '', folder = '', file } = idsOf(called);
	if (file === undefined) return uploadTask(called);
	const prepared = preparedByTask();
	return {
		run: async (calls) =>
			await prepared.run(
				calls.map((call) => ({
					...call,
					values: { ...call.values, connectorId, folder, file, options: {} },
				})),
			),
	};
}

function uploadTask(called: Called): Ending<CallValues> {
	return {
		run: eachAlone(async (call) => {
			const { id, ...task } = asRecord((await call.client.send(call.request())).body);
			const about = { ...idsOf(called), taskId: asText(id) };
			call.started({ name: 'The upload by the connector', about, answer: task });
			call.hint(
				'Phrase offers no way to ask for the task of an upload, so the node did not wait. Connector > Upload File does: it looks into the folder.',
			);
			return [{ json: { ...about, id, ...task } }];
		}),
	};
}
