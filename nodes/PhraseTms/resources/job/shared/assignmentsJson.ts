import { z } from 'zod/v4';
import { givenDateTime } from '../../../../../core/fields/dateTime';
import type { FieldPlace } from '../../../../../core/fields/field';
import { jsonField } from '../../../../../core/fields/json';
import { givenWholeNumber } from '../../../../../core/fields/number';
import { id } from '../../../../../core/fields/text';
import { tmsLanguageCodes } from '../../../../shared/tms/fields/language';
import { MAX_NOTIFICATION_INTERVAL } from './notification';

const notifyProvider = () =>
	z.strictObject({
		organizationEmailTemplate: z.strictObject({ id: id() }),
		notificationIntervalInMinutes: givenWholeNumber({ min: 0, max: MAX_NOTIFICATION_INTERVAL }).optional(),
	});

const assignments = () =>
	z.array(
		z.strictObject({
			targetLang: tmsLanguageCodes.one().optional(),
			providers: z.array(z.strictObject({ type: z.enum(['USER', 'VENDOR']), id: id() })).optional(),
			assignedUsers: z.array(z.strictObject({ id: givenWholeNumber({ min: 0 }) })).optional(),
		}),
	);

const workflowSettings = ({ context }: FieldPlace) =>
	z.array(
		z.strictObject({
			id: id().optional(),
			due: givenDateTime(context.getTimezone()),
			assignments: assignments(),
			notifyProvider: notifyProvider().optional(),
		}),
	);

const example = [{ targetLang: 'cs_cz', providers: [{ type: 'USER', id: '4321' }] }];

/** Assignments of a project without workflow steps, as Phrase takes them. Source: schema ProvidersPerLanguage. */
export const assignmentsJson = jsonField(
	{
		displayName: 'Assignments (JSON)',
		description: 'Who translates which language, in a project without workflow steps',
		example,
	},
	assignments,
);

/** Assignments of each workflow step, as Phrase takes them. Source: schema JobCreateRequestDtoV1. */
export const workflowSettingsJson = jsonField(
	{
		displayName: 'Workflow Settings (JSON)',
		description: "Who does which workflow step until when. 'id' is the ID of the step in this project.",
		example: [{ id: '64', assignments: example }],
	},
	workflowSettings,
);
