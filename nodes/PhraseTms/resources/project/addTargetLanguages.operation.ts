import { none } from '../../../../core/endings/none';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';

/** Gives a project more languages. Source: addTargetLanguageToProject, POST /api2/v1/projects/{projectUid}/targetLangs. */
export const addTargetLanguages = defineOperation(
	{
		name: 'Add Target Languages',
		action: 'Add target languages to a project',
		description: 'Give a project more target languages; its jobs stay as they are',
		fields: { projectUid: project(), targetLangs: newTargetLangs() },
	},
	{
		request: ({ projectUid, targetLangs }) =>
			POST`/api2/v1/projects/${projectUid}/targetLangs`.repeatable('always').json({ targetLangs }),
		ends: none(({ projectUid, targetLangs }) => ({ projectUid, targetLangs })),
	},
);
