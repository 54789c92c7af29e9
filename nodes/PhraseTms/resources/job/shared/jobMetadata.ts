import { toggle } from '../../../../../core/fields/choice';
import { collection } from '../../../../../core/fields/collection';
import { dateTime } from '../../../../../core/fields/dateTime';
import type { Fields, Values } from '../../../../../core/fields/field';
import { callbackTarget, notifyFields } from '../../../../../core/fields/notify';
import { optionalText } from '../../../../../core/fields/text';
import type { RequestTools } from '../../../../../core/operation/operation';
import { optionalEmailTemplate } from '../../../../shared/tms/fields/emailTemplate';
import { optionalImportSettings } from '../../../../shared/tms/fields/importSettings';
import { project } from '../../../../shared/tms/fields/project';
import { targetLangs } from '../../../../shared/tms/fields/targetLangs';
import { assignmentFields, toAssignments } from './assignments';
import { checkAssignments } from './checkAssignments';
import { notificationInterval, toNotifyProvider } from './notification';
import { remoteFile, toRemoteFile } from './remoteFile';

/** Most characters of a job's path. Source: schema JobCreateRequestDtoV1. */
const MAX_PATH = 255;

/**
 * What can be said of a job when it is created.
 * Source: schema JobCreateRequestDtoV1 of createJob and createJobFromAsyncDownloadTask.
 */
const details = {
	due: dateTime({
		displayName: 'Due',
		description: 'When the job is due, in a project without workflow steps',
	}),
	importSettingsUid: optionalImportSettings(
		"The saved import settings. They exclude 'Use Project Import Settings'.",
	),
	jobPreviewPackageFileUid: optionalText({
		displayName: 'Preview Package File UID',
		description: 'UID of the uploaded file that holds the preview package of the job',
	}),
	notificationEmailTemplateId: optionalEmailTemplate('The email that tells the providers of the job'),
	notificationInterval: notificationInterval(
		"Minutes between the emails, up to a day. Needs 'Email Template'.",
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
	remoteFile,
	semanticMarkup: toggle({
		displayName: 'Semantic Markup',
		description:
			'Whether to process semantic markup after the import. The organization must have it enabled.',
	}),
	useProjectFileImportSettings: toggle({
		displayName: 'Use Project Import Settings',
		description: 'Whether to import with the settings of the project',
	}),
	xmlAssistantProfileUid: optionalText({
		displayName: 'XML Assistant Profile UID',
		description: 'UID of the profile whose XML import settings apply',
	}),
};

/** The fields that every operation that creates jobs has. */
export const jobMetadataFields = {
	projectUid: project(),
	...targetLangs(),
	...assignmentFields,
	...notifyFields,
	additionalFields: collection('Additional Fields', 'Add field', details),
} satisfies Fields;

type JobMetadata = Values<typeof jobMetadataFields>;

/**
 * Finds what cannot be said together.
 * @returns what is wrong, or undefined
 */
export function checkJobMetadata(values: JobMetadata): string | undefined {
	const { additionalFields: given } = values;
	if (given.importSettingsUid && given.useProjectFileImportSettings === true) {
		return "'Import Settings' and 'Use Project Import Settings' exclude each other: give one of them";
	}
	if (given.notificationInterval !== undefined && !given.notificationEmailTemplateId) {
		return "'Notification Interval (Minutes)' needs 'Email Template'";
	}
	return checkAssignments(values.assignments ?? [], values.targetLangs) ?? saidTwice(values);
}

/** What assignments say, and additional fields say as well. */
function saidTwice(values: JobMetadata): string | undefined {
	const { additionalFields: given } = values;
	const { workflowSettings, assignments, due, notifyProvider } = toAssignments(values);
	if (workflowSettings !== undefined && (assignments ?? given.due) !== undefined) {
		return "Settings of workflow steps replace 'Due' and assignments without a step: give due dates and assignments per step";
	}
	if (due !== undefined && given.due !== undefined) {
		return "'Due' and a 'Due Date' in 'Assignments' exclude each other: give one of them";
	}
	return notifyProvider !== undefined && given.notificationEmailTemplateId
		? "'Email Template' in 'Additional Fields' and in 'Assignments' exclude each other: give one of them"
		: undefined;
}

/**
 * The metadata as Phrase wants it; what the user left empty stays out.
 * @param kind the operation, for the context that a Phrase Callback Trigger gets
 */
export function toJobCreateRequest(values: JobMetadata, tools: RequestTools): object {
	const { additionalFields: given, projectUid } = values;
	const { assignments, workflowSettings, due, notifyProvider } = toAssignments(values);
	return {
		targetLangs: values.targetLangs,
		due: due ?? given.due,
		assignments,
		workflowSettings,
		notifyProvider:
			notifyProvider ?? toNotifyProvider(given.notificationEmailTemplateId, given.notificationInterval),
		importSettings: { uid: given.importSettingsUid },
		useProjectFileImportSettings: given.useProjectFileImportSettings,
		callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest', projectUid }),
		path: given.path,
		preTranslate: given.preTranslate,
		semanticMarkup: given.semanticMarkup,
		xmlAssistantProfile: { uid: given.xmlAssistantProfileUid },
		remoteFile: toRemoteFile(given.remoteFile),
		jobPreviewPackageFileUidRef: { uid: given.jobPreviewPackageFileUid },
	};
}
