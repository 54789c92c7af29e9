import { choices } from '../../../../core/fields/choice';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { TASKS_PAGE_SIZE } from './shared/failedTask';

/**
 * Lists what connectors did for a project in the last 24 hours, with the message of what did not succeed.
 * Source: getConnectorAsyncTaskStates, GET /api2/v1/connectorAsyncTasks.
 */
export const getTasks = defineOperation(
	{
		name: 'Get Tasks',
		action: 'Get tasks of connectors',
		description: 'Retrieve a list of the transfers that connectors made for a project',
		fields: { projectUid: project() },
		options: {
			taskProcessingType: choices(
				{ displayName: 'Started By', description: 'What started the transfers to return' },
				[
					{ name: 'API', value: 'API' },
					{ name: 'Automated Project', value: 'APC' },
					{ name: 'Continuous Job', value: 'CJ' },
					{ name: 'Submitter Portal', value: 'SUBMITTER_PORTAL' },
					{ name: 'User Interface', value: 'GUI' },
				],
			),
			taskType: choices({ displayName: 'Task Type', description: 'Kinds of transfers to return' }, [
				{ name: 'Download', value: 'DOWNLOAD' },
				{ name: 'Reimport', value: 'REIMPORT' },
				{ name: 'Reimport Target', value: 'REIMPORT_TARGET' },
				{ name: 'Upload', value: 'UPLOAD' },
			]),
		},
	},
	{
		request: ({ projectUid, options: { taskType, taskProcessingType } }) =>
			GET`/api2/v1/connectorAsyncTasks`.query({ projectUid, taskType, taskProcessingType }),
		ends: many({
			pageSize: TASKS_PAGE_SIZE,
			simple: [
				'jobUid',
				'jobFileName',
				'targetLang',
				'taskType',
				'status',
				'errorMessage',
				'dateCreated',
				'dateProcessed',
			],
			add: ({ projectUid }, _answer, { id }) => ({ projectUid, downloadTaskId: id }),
		}),
	},
);
