import { locator } from '../../../../core/fields/locator';
import { choice } from '../../../../core/fields/choice';
import { optionalId, requiredId } from '../../../../core/fields/text';
import { field } from '../../../../core/fields/field';
import { tmsLanguageCodes } from './language';

/** Where the web pages of Phrase TMS are. */
const WEB = '\\s*https?://[^/]+/web';

/**
 * A UID in an address, and what may follow it. Addresses of jobs that are open together hold several UIDs with hyphens,
 * and name no single job.
 */
const UID = '([A-Za-z0-9_]+)(?:[/?#].*)?\\s*$';

/** The project an operation works in. */
export const project = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Project',
		description: 'The project in Phrase TMS',
		searchListMethod: 'searchProjects',
		idPlaceholder: 'e.g. mxrnbPQ1c4v8vJ2nYdGkT1',
		url: {
			placeholder: 'e.g. https://cloud.memsource.com/web/project2/show/mxrnbPQ1c4v8vJ2nYdGkT1',
			idPattern: `${WEB}/project2?/show/${UID}`,
		},
	});

/** The job an operation is about; its list follows the chosen project. */
export const job = () =>
	locator({
		displayName: 'Job',
		description: 'The job, which is one file in one target language and workflow step',
		searchListMethod: 'searchJobs',
		idPlaceholder: 'e.g. uFgunDJ2k0aXPwQ7vC4Ek1',
		url: {
			placeholder: 'e.g. https://cloud.memsource.com/web/job/uFgunDJ2k0aXPwQ7vC4Ek1/translate',
			idPattern: `(?:${WEB}|\\s*https?://[^/]+/twe/translation)/job/${UID}`,
		},
	});

/** The client that a project is for. */
export const client = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Client',
		description: 'The client in Phrase TMS',
		searchListMethod: 'searchClients',
		idPlaceholder: 'e.g. 8xT1vSgJZ2wQp0LcR4mYb6',
	});

/** The connector to a repository outside Phrase. */
export const connector = () =>
	locator({
		displayName: 'Connector',
		description: 'The connector, which is a repository that Phrase TMS can read from and write to',
		searchListMethod: 'searchConnectors',
		idPlaceholder: 'e.g. 1742',
	});

/** The translation memory an operation is about. */
export const translationMemory = () =>
	locator({
		displayName: 'Translation Memory',
		description: 'The translation memory in Phrase TMS',
		searchListMethod: 'searchTranslationMemories',
		idPlaceholder: 'e.g. 9sJ4iIb5yGgLh4AxN2pZm3',
	});

/** The webhook an operation is about. */
export const webhook = () => locator(webhookLocator);

/** The webhook that an operation is restricted to; an empty text for all of them. */
export const optionalWebhook = (description: string) =>
	locator({ ...webhookLocator, description, optional: true });

const webhookLocator = {
	displayName: 'Webhook',
	description: 'The webhook in Phrase TMS',
	searchListMethod: 'searchWebhooks',
	idPlaceholder: 'e.g. 6mQn0aPfTzW2xYcR9dLk41',
};

/** The target languages of a job; the list follows the chosen project. */
export const targetLangs = () =>
	field(
		{
			displayName: 'Target Language Names or IDs',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getTargetLangs', loadOptionsDependsOn: ['projectUid.value'] },
			default: [],
			required: true,
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		tmsLanguageCodes.some({ min: 1 }),
	);

/** The asynchronous request of an earlier step. */
export const asyncRequestId = () =>
	requiredId({
		displayName: 'Asynchronous Request ID',
		placeholder: 'e.g. 381708066',
		description: 'ID of the asynchronous request, as the operation that started it returned it',
	});

/** The form in which Phrase gives a target file. */
export const fileFormat = () =>
	choice(
		{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
		[
			{ name: 'Original', value: 'ORIGINAL' },
			{ name: 'PDF', value: 'PDF' },
		],
		'ORIGINAL',
	);

/** The folder of a connector, by the encoded name that `listContent` returns. */
export const folder = () =>
	requiredId({
		displayName: 'Folder',
		placeholder: 'e.g. L2RvY3M',
		description: "Encoded name of the folder: 'encodedName' or 'encodedCurrentFolder' of List Content",
	});

/** The file of a connector, by the encoded name that `listContent` returns. */
export const connectorFile = () =>
	requiredId({
		displayName: 'File',
		placeholder: 'e.g. Z3VpZGUubWQ',
		description: "Encoded name of the file: 'encodedName' of List Content",
	});

/** The task that prepares a connector's file for download. */
export const downloadTaskId = () =>
	requiredId({
		displayName: 'Download Task ID',
		placeholder: 'e.g. 20394857',
		description: 'ID of the finished download task, as Request File Download returned it',
	});

/** A project by which to tell downloads of a connector that failed. */
export const taskProject = () =>
	optionalId({
		displayName: 'Project UID',
		placeholder: 'e.g. mxrnbPQ1c4v8vJ2nYdGkT1',
		description:
			'UID of a project that the file is for. Phrase then tells when the connector could not download the file.',
	});
