import { eachAlone } from '../../../../core/endings/eachAlone';
import { simplified, simplifyFields } from '../../../../core/fields/simplify';
import { textList } from '../../../../core/fields/list';
import { namingParameter } from '../../../../core/fields/typedValue';
import { expectedList } from '../../../../core/http/expected';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { customFieldsOf, everyEntry } from '../../../shared/tms/customFields';
import { changesOf } from './shared/changes';
import { entity, entityOf, namesOf, reading, writing, type Entity } from './shared/entity';
import { simpleValue, valueNames } from './shared/simpleValue';
import { valuesField, type GivenValues } from './shared/valuesField';

interface SetValues extends Entity {
	values: GivenValues;
	options: { removed?: string[] };
}

/**
 * Sets custom fields of a project, a job or a template, whatever their types are. What they are now is read before.
 * Source: editCustomFieldsOnProject, PUT /api2/v1/projects/{projectUid}/customFields; editCustomFieldsJob, PUT
 * /api2/v1/projects/{projectUid}/jobs/{jobPartUid}/customFields; editCustomFieldsOnProjectTemplate, PUT
 * /api2/v1/projectTemplates/{projectTemplateUid}/customFields.
 */
export const setValues = defineOperation(
	{
		name: 'Set Values',
		action: 'Set custom field values',
		description: 'Set custom fields of a project, job or project template; the others stay as they are',
		fields: { ...entity, values: valuesField },
		options: {
			removed: textList({
				displayName: 'Remove Values Of',
				description: 'Names of the custom fields whose values to remove, with commas between them',
			}),
		},
	},
	{
		check: ({ values: given, options }) =>
			Object.keys(given.values).length + (options.removed?.length ?? 0) === 0
				? "'Values' says nothing: add what is to be set"
				: undefined,
		request: reading,
		ends: changed(),
	},
);

/** Reads the custom fields and their values, and writes what is different. */
function changed(): Ending<SetValues> {
	return {
		fields: simplifyFields({ simple: simpleValue }),
		run: eachAlone(async ({ client, request, values }) => {
			const fields = await customFieldsOf(client, entityOf(values.entity));
			const current = await everyEntry(client, request());
			const wanted = { given: values.values, removed: values.options.removed ?? [] };
			const changes = namingParameter('Values', () => changesOf(wanted, fields, current));
			const sent = writing(values, changes);
			const told = expectedList(await client.send(sent), 'customFieldInstances', sent.repeat);
			const customFields = told.map((entry) => ({
				...valueNames(entry),
				...simplified(entry, values, simpleValue),
			}));
			return [{ json: { ...namesOf(values), customFields } }];
		}),
	};
}
