import { z } from 'zod/v4';
import { givenSwitch, toggle } from '../../../../../core/fields/choice';
import { collection } from '../../../../../core/fields/collection';
import { dateTime, givenDateTime } from '../../../../../core/fields/dateTime';
import type { FieldPlace, Fields, Values } from '../../../../../core/fields/field';
import { jsonField } from '../../../../../core/fields/json';
import { callbackTarget, notifyFields } from '../../../../../core/fields/notify';
import { givenWholeNumber, wholeNumber } from '../../../../../core/fields/number';
import { id, optionalText } from '../../../../../core/fields/text';
import type { RequestTools } from '../../../../../core/operation/operation';
import { project } from '../../../../shared/tms/fields/project';
import { targetLangs } from '../../../../shared/tms/fields/targetLangs';
import { tmsLanguageCodes } from '../../../../shared/tms/fields/language';

/** Most characters of a job's path. Source: schema JobCreateRequestDtoV1. */
const MAX_PATH = 255;
/** Longest interval between notifications, in minutes. Source: schema NotifyProviderDtoV1. */
const MAX_NOTIFICATION_INTERVAL = 1440;

const notifyProvider = z.strictObject({
	organizationEmailTemplate: z.strictObject({ id: id() }),
	notificationIntervalInMinutes: givenWholeNumber({ min: 0, max: MAX_NOTIFICATION_INTERVAL }).optional(),
});

const assignments = z.array(
	z.strictObject({
		targetLang: tmsLanguageCodes.one.optional(),
		providers: z.array(z.strictObject({ type: z.enum(['USER', 'VENDOR']), id: id() })).optional(),
		assignedUsers: z.array(z.strictObject({ id: givenWholeNumber({ min: 0 }) })).optional(),
	}),
);

const workflowSettings = ({ context }: FieldPlace) =>
	z.array(
		z.strictObject({
			id: id().optional(),
			due: givenDateTime(context.getTimezone()),
			assignments,
			notifyProvider: notifyProvider.optional(),
		}),
	);

const remoteFile = z.strictObject({
	connectorToken: id(),
	remoteFileName: id(),
	remoteFolder: id().optional(),
	remoteFileNameRegex: givenSwitch(false).optional(),
	continuous: givenSwitch(false).optional(),
});

const exampleAssignments = [{ targetLang: 'cs_cz', providers: [{ type: 'USER', id: '4321' }] }];

/**
 * What can be said of a job when it is created.
 * Source: schema JobCreateRequestDtoV1 of createJob and createJobFromAsyncDownloadTask.
 */
const details = {
	assignments: jsonField(
		{
			displayName: 'Assignments',
			description: 'Who translates which language, in a project without workflow steps',
			example: exampleAssignments,
		},
		() => assignments,
	),
	due: dateTime({
		displayName: 'Due',
		description: 'When the job is due, in a project without workflow steps',
	}),
	importSettingsUid: optionalText({
		displayName: 'Import Settings UID',
		placeholder: 'e.g. 5TqgRzGdXo0jYmwK1b2cN3',
		description: "UID of saved import settings. Cannot be combined with 'Use Project Import Settings'.",
	}),
	jobPreviewPackageFileUid: optionalText({
		displayName: 'Preview Package File UID',
		description: 'UID of the uploaded file that holds the preview package of the job',
	}),
	notificationEmailTemplateId: optionalText({
		displayName: 'Notification Email Template ID',
		placeholder: 'e.g. 39',
		description: "ID of the organization's email template with which the providers are notified",
	}),
	notificationInterval: wholeNumber(
		{
			displayName: 'Notification Interval',
			description: "Minutes between notifications. Needs 'Notification Email Template ID'.",
		},
		{ min: 0, max: MAX_NOTIFICATION_INTERVAL, initially: 0 },
	),
	path: optionalText(
		{
			displayName: 'Path',
			placeholder: 'e.g. docs/guides',
			description: 'Original directory of the file, at most 255 characters',
		},
		MAX_PATH,
	),
	preTranslate: toggle({
		displayName: 'Pre-Translate',
		description: 'Whether Phrase pre-translates the job as soon as it is imported',
	}),
	remoteFile: jsonField(
		{
			displayName: 'Remote File',
			description:
				"A file of a connector: 'connectorToken' is the connector's 'localToken', names are the encoded ones",
			example: { connectorToken: 'token', remoteFolder: 'L2RvY3M', remoteFileName: 'Z3VpZGUubWQ' },
		},
		() => remoteFile,
	),
	semanticMarkup: toggle({
		displayName: 'Semantic Markup',
		description:
			'Whether to process semantic markup after the import. The organization must have it enabled.',
	}),
	useProjectFileImportSettings: toggle({
		displayName: 'Use Project Import Settings',
		description: 'Whether to import with the settings of the project',
	}),
	workflowSettings: jsonField(
		{
			displayName: 'Workflow Settings',
			description: "Who does which workflow step until when. 'id' is the ID of the step in this project.",
			example: [{ id: '64', assignments: exampleAssignments }],
		},
		workflowSettings,
	),
	xmlAssistantProfileUid: optionalText({
		displayName: 'XML Assistant Profile UID',
		description: 'UID of the profile whose XML import settings apply',
	}),
};

/** The fields that every operation that creates jobs has. */
export const jobMetadataFields = {
	projectUid: project(),
	targetLangs: targetLangs(),
	...notifyFields(),
	additionalFields: collection('Additional Fields', 'Add field', details),
} satisfies Fields;

type JobMetadata = Values<typeof jobMetadataFields>;

/**
 * Finds what cannot be said together.
 * @returns what is wrong, or undefined
 */
export function checkJobMetadata({ additionalFields: given }: JobMetadata): string | undefined {
	if (given.importSettingsUid !== undefined && given.useProjectFileImportSettings === true) {
		return "'Import Settings UID' and 'Use Project Import Settings' exclude each other: give one of them";
	}
	if (given.workflowSettings !== undefined && (given.due ?? given.assignments) !== undefined) {
		return "'Workflow Settings' replace 'Due' and 'Assignments': give due dates and assignments per step";
	}
	if (given.notificationInterval !== undefined && given.notificationEmailTemplateId === undefined) {
		return "'Notification Interval' needs 'Notification Email Template ID'";
	}
	return undefined;
}

/**
 * The metadata as Phrase wants it; what the user left empty stays out.
 * @param kind the operation, for the context that a Phrase Callback Trigger gets
 */
export function toJobCreateRequest(values: JobMetadata, tools: RequestTools): object {
	const { additionalFields: given, projectUid } = values;
	return {
		targetLangs: values.targetLangs,
		due: given.due,
		assignments: given.assignments,
		workflowSettings: given.workflowSettings,
		importSettings: { uid: given.importSettingsUid },
		useProjectFileImportSettings: given.useProjectFileImportSettings,
		callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest', projectUid }),
		path: given.path,
		notifyProvider: given.notificationEmailTemplateId && {
			organizationEmailTemplate: { id: given.notificationEmailTemplateId },
			notificationIntervalInMinutes: given.notificationInterval,
		},
		preTranslate: given.preTranslate,
		semanticMarkup: given.semanticMarkup,
		xmlAssistantProfile: { uid: given.xmlAssistantProfileUid },
		remoteFile: given.remoteFile,
		jobPreviewPackageFileUidRef: { uid: given.jobPreviewPackageFileUid },
	};
}
