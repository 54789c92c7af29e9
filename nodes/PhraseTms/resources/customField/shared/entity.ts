import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../../../core/fields/choice';
import { shownWhen } from '../../../../../core/fields/field';
import { fromInput } from '../../../../../core/fields/fromInput';
import { GET, PUT, type PhraseRequest } from '../../../../../core/http/request';
import { job } from '../../../../shared/tms/fields/job';
import { project } from '../../../../shared/tms/fields/project';
import { projectTemplate } from '../../../../shared/tms/fields/projectTemplate';

/** What has custom fields. */
export const entity = {
	entity: choice(
		{ displayName: 'Entity', description: 'What the custom fields belong to' },
		[
			{ name: 'Job', value: 'job' },
			{ name: 'Project', value: 'project' },
			{ name: 'Project Template', value: 'projectTemplate' },
		],
		'project',
	),
	...fromInput({
		projectUid: shownWhen({ entity: ['project', 'job'] }, project()),
		jobUid: shownWhen({ entity: ['job'] }, job()),
	}),
	templateUid: shownWhen({ entity: ['projectTemplate'] }, projectTemplate()),
};

/** The checked values of these fields. */
export interface Entity {
	entity: 'job' | 'project' | 'projectTemplate';
	projectUid?: string;
	jobUid?: string;
	templateUid?: string;
}

/** Which custom fields it may have: templates have those of projects. */
export function entityOf(of: unknown): 'JOB' | 'PROJECT' {
	return of === 'job' ? 'JOB' : 'PROJECT';
}

/** Names what the custom fields belong to. */
export function namesOf({ projectUid, jobUid, templateUid }: Entity): IDataObject {
	return {
		...(projectUid !== undefined && { projectUid }),
		...(jobUid !== undefined && { jobUid }),
		...(templateUid !== undefined && { templateUid }),
	};
}

/** Reads the values. Source: getCustomFieldsPageOfProject, getCustomFieldsJob, getCustomFieldsPageOfProjectTemplate. */
export function reading(of: Entity): PhraseRequest {
	const { projectUid = '', jobUid = '', templateUid = '' } = of;
	if (of.entity === 'job') return GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}/customFields`;
	if (of.entity === 'project') return GET`/api2/v1/projects/${projectUid}/customFields`;
	return GET`/api2/v1/projectTemplates/${templateUid}/customFields`;
}

/**
 * Adds, changes and removes values at once. What comes of adding one twice is not documented.
 * Source: editCustomFieldsOnProject, editCustomFieldsJob, editCustomFieldsOnProjectTemplate.
 */
export function writing(of: Entity, changes: object): PhraseRequest {
	const { projectUid = '', jobUid = '', templateUid = '' } = of;
	const to =
		of.entity === 'job'
			? PUT`/api2/v1/projects/${projectUid}/jobs/${jobUid}/customFields`
			: of.entity === 'project'
				? PUT`/api2/v1/projects/${projectUid}/customFields`
				: PUT`/api2/v1/projectTemplates/${templateUid}/customFields`;
	return to.repeatable('refused').json(changes);
}
