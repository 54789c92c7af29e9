import { many } from '../../../../core/endings/many';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { mtSettingsId } from '../../../shared/tms/fields/mtSettings';
import { project } from '../../../shared/tms/fields/project';

/** Sets the engine of a project. Source: setMtSettingsForProject, PUT /api2/v1/projects/{projectUid}/mtSettings. */
export const setMtSettings = defineOperation(
	{
		name: 'Set MT Settings',
		action: 'Set MT settings of a project',
		description: 'Set with which machine translation settings a project translates',
		fields: { projectUid: project(), mtSettingsId: mtSettingsId() },
	},
	{
		request: ({ projectUid, mtSettingsId: id }) =>
			PUT`/api2/v1/projects/${projectUid}/mtSettings`
				.repeatable('always')
				.json({ machineTranslateSettings: { id } }),
		ends: many({ at: 'mtSettingsPerLangList', paged: false, add: ({ projectUid }) => ({ projectUid }) }),
	},
);
