import { Catalogue, catalogueOf } from '../../../core/catalogue/catalogue';
import type { Product } from '../../../core/http/client.types';
import { linesOfEndpoint, type Lines } from '../../../scripts/catalogue/lines';

const ACTIONS =
	'(PRE_ANALYSE|POST_ANALYSE|CONTINUOUS_PRE_ANALYSE|CONTINUOUS_POST_ANALYSE|COMPARE_ANALYSE|PARENT_ANALYSE|' +
	'PRE_TRANSLATE|ASYNC_TRANSLATE|IMPORT_JOB|IMPORT_FILE|ALIGN|EXPORT_TMX_BY_QUERY|EXPORT_TMX|IMPORT_TMX|' +
	'IMPORT_MXLF_INTO_TM|IMPORT_TBX|IMPORT_TBX_TB3|INSERT_INTO_TM|DELETE_TM|CLEAR_TM|QA|QA_V3|' +
	'UPDATE_CONTINUOUS_JOB|UPDATE_SOURCE|UPDATE_TARGET|EXTRACT_CLEANED_TMS|GLOSSARY_PUT|GLOSSARY_DELETE|' +
	'ASYNC_TRANSLATE_VERIFY|CREATE_PROJECT|EXPORT_COMPLETE_FILE|IMPORT_ANNOTATIONS|FILE_FLOW_CONVERTER_IMPORT|' +
	'FILE_FLOW_MT_PRETRANSLATE|FILE_FLOW_QUALITY_ESTIMATION|AUTO_LQA|ADOPT_SEGMENT_DATA|ADOPT_SEGMENT_SET_DATA|' +
	'QP_EVALUATION)';

/**
 * What five pages of Phrase's reference say of their operations, read on 2026-11-25, in the notation of the catalogue:
 * the names of types are this test's own.
 */
const PAGES: Record<Product, Catalogue> = {
	tms: new Catalogue({
		endpoints: {
			Job: {
				getPart: {
					title: '',
					call: 'GET /api2/v1/projects/{projectUid}/jobs/{jobUid}',
					answers: 'Job',
				},
				createJobFromAsyncDownloadTask: {
					title: '',
					call: 'POST /api2/v1/projects/{projectUid}/jobs/connectorTask',
					query: { downloadTaskId: 'string', continuous: 'boolean' },
					body: 'NewJobs',
					answers: 'CreatedJobs',
				},
				completedFileV3: {
					title: '',
					call: 'PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile',
					body: 'Callback',
					answers: 'Started',
				},
			},
		},
		types: {
			Job: {
				uid: 'string',
				innerId: 'string',
				status: '(NEW|ACCEPTED|DECLINED|REJECTED|DELIVERED|EMAILED|COMPLETED|CANCELLED)',
				providers: 'Provider[]',
				sourceLang: 'string',
				targetLang: 'string',
				workflowLevel: 'integer',
				workflowStep: 'Step',
				filename: 'string',
				dateDue: 'date-time',
				dateCreated: 'date-time',
				updateSourceDate: 'date-time',
				updateTargetDate: 'date-time',
				wordsCount: 'integer',
				beginIndex: 'integer',
				endIndex: 'integer',
				isParentJobSplit: 'boolean',
				jobReference: 'File',
				project: 'Project',
				lastWorkflowLevel: 'integer',
				workUnit: 'object',
				importStatus: 'Import',
				imported: 'boolean',
				continuous: 'boolean',
				continuousJobInfo: 'Continuous',
				originalFileDirectory: 'string',
				serverTaskId: 'string',
			},
			// The page tells the two kinds apart by `type`; their names are in its examples.
			Provider: { 'type*': '(USER|VENDOR)', id: 'string', uid: 'string' },
			Step: { id: 'string', name: 'string', order: 'integer', workflowLevel: 'integer' },
			File: { filename: 'string', uid: 'string' },
			Project: { name: 'string', uid: 'string' },
			Import: { status: '(RUNNING|ERROR|OK)', errorMessage: 'string' },
			Continuous: { dateUpdated: 'date-time' },

			NewJobs: {
				'targetLangs*': 'string[]',
				assignments: 'Assignment[]',
				callbackUrl: 'string',
				due: 'date-time',
				importSettings: 'Uid',
				jobPreviewPackageFileUidRef: 'Uid',
				notifyProvider: 'Notify',
				path: 'string(..255)',
				preTranslate: 'boolean',
				remoteFile: 'RemoteFile',
				semanticMarkup: 'boolean',
				useProjectFileImportSettings: 'boolean',
				workflowSettings: 'StepSettings[]',
				xmlAssistantProfile: 'Uid',
			},
			Assignment: { targetLang: 'string', providers: 'Provider[]', assignedUsers: 'User[]' },
			User: { 'id*': 'integer' },
			Uid: { 'uid*': 'string' },
			Id: { 'id*': 'string' },
			Notify: { 'organizationEmailTemplate*': 'Id', notificationIntervalInMinutes: 'integer(0..1440)' },
			RemoteFile: {
				'connectorToken*': 'string',
				'remoteFileName*': 'string',
				remoteFileNameRegex: 'boolean',
				remoteFolder: 'string',
				continuous: 'boolean',
			},
			StepSettings: {
				id: 'string',
				due: 'date-time',
				'assignments*': 'Assignment[]',
				notifyProvider: 'Notify',
			},
			CreatedJobs: {
				asyncRequest: 'Import1',
				jobs: 'CreatedJob[]',
				unsupportedFiles: 'string[]',
				warnings: 'Warning[]',
			},
			Import1: { id: 'string', action: ACTIONS, dateCreated: 'date-time' },
			CreatedJob: {
				uid: 'string',
				status: '(NEW|ACCEPTED|DECLINED|REJECTED|DELIVERED|EMAILED|COMPLETED|CANCELLED)',
				providers: 'Provider[]',
				targetLang: 'string',
				workflowLevel: 'integer',
				workflowStep: 'CreatedStep',
				filename: 'string',
				dateDue: 'date-time',
				dateCreated: 'date-time',
				updateSourceDate: 'date-time',
				imported: 'boolean',
				jobAssignedEmailTemplate: 'object',
				notificationIntervalInMinutes: 'integer',
				continuous: 'boolean',
				sourceFileUid: 'string',
			},
			CreatedStep: {
				id: 'string',
				uid: 'string',
				name: 'string',
				order: 'integer',
				lqaEnabled: 'boolean',
			},
			Warning: { domain: '(STYLEGUIDE)', jobPartIds: 'string[]', message: 'string' },

			Callback: { callbackUrl: 'string' },
			Started: { asyncRequest: 'AsyncRequest', reference: 'Reference' },
			Reference: { type: '(JOB)', uid: 'string' },
			AsyncRequest: {
				id: 'string',
				action: ACTIONS,
				asyncResponse: 'AsyncResponse',
				createdBy: 'Person',
				dateCreated: 'date-time',
				parent: 'AsyncRequest',
				project: 'Project',
			},
			AsyncResponse: {
				dateCreated: 'date-time',
				errorCode: 'string',
				errorDesc: 'string',
				errorDetails: 'Detail[]',
				warnings: 'Detail[]',
			},
			Detail: { args: 'object', code: 'string', message: 'string' },
			Person: {
				email: 'string',
				firstName: 'string',
				id: 'string',
				lastName: 'string',
				role: '(SYS_ADMIN|SYS_ADMIN_READ|ADMIN|PROJECT_MANAGER|LINGUIST|GUEST|SUBMITTER|PORTAL_MEMBER|BOT)',
				uid: 'string',
				userName: 'string',
			},
		},
	}),
	languageAi: new Catalogue({
		endpoints: {
			'File Translations': {
				getMetadataV1: {
					title: '',
					call: 'GET /v1/fileTranslations/{uid}',
					answers: 'Translation',
				},
				getFilesV1: {
					title: '',
					call: 'GET /v1/fileTranslations/{uid}/{actionType}/{language}',
					path: { actionType: 'Action' },
					// The page requires the header, and says in words which two values it knows.
					headers: { 'Accept*': '(application/octet-stream|application/json)' },
					answers: 'file | Score',
				},
			},
		},
		types: {
			Action: '(CONVERTER_IMPORT|FILE_IMPORT|MT_GENERIC_PRETRANSLATE|QUALITY_ESTIMATION)',
			Score: { 'score*': 'number' },
			Translation: { 'uid*': 'string', 'actions*': 'Actions[1..]', 'metadata*': 'Metadata' },
			Actions: { 'actionType*': 'Action', 'results*': 'Result[1..]' },
			Result: {
				'id*': 'string',
				'sourceLang*': 'string',
				'targetLang*': 'string',
				'status*': '(ERROR|OK|RUNNING)',
			},
			Metadata: {
				'sourceLang*': 'Language',
				'targetLangs*': 'Language[1..]',
				'actionTypes*': 'Action[1..]',
				callbackUrl: 'uri',
				mtSettings: 'Settings',
				transMemoriesConfig: 'Memories[]',
			},
			Language: { 'code*': 'string' },
			Settings: { usePhraseMTSettings: 'boolean', profile: 'Profile' },
			Profile: { 'uid*': 'string' },
			Memories: { targetLang: 'Language', transMemories: 'Memory[]' },
			Memory: { transMemory: 'Uid', tmSourceLocale: 'Language', tmTargetLocale: 'Language' },
			Uid: { uid: 'string' },
		},
	}),
};

describe.each(['tms', 'languageAi'] as const)('What the pages of %s say', (product) => {
	const page = PAGES[product];

	test.each(page.entries.map(({ id }) => id))('of %s is what the catalogue says', (id) => {
		const ours = linesOf(catalogueOf(product), id);

		expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(linesOf(page, id)));
	});
});

function linesOf(catalogue: Catalogue, id: string): Lines {
	const entry = catalogue.entries.find((one) => one.id === id);
	if (entry === undefined) throw new Error(`The catalogue does not hold ${id}`);
	return linesOfEndpoint(catalogue.endpoint(entry), catalogue);
}
