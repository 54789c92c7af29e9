import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { Seed, SandboxTimes } from '../../sandbox';

/** How an operation is run for the schema of its output. */
export interface Example {
	/** What runs before, resource and operation with a blank between; the operation gets its first item. */
	after?: string;
	/** What a user sets besides `valuesOf`. */
	parameters?: INodeParameters;
	/** How long Phrase takes for what was started before, ms. */
	times?: Partial<SandboxTimes>;
}

/**
 * What parameters are set to, by their names, in whichever operation they are.
 * @param receiver URL that takes calls of webhooks
 */
export function valuesOf(seed: Seed, receiver: string): Record<string, NodeParameterValueType> {
	const { project, connector } = seed;
	return {
		analysisId: '12204',
		analysisIds: '12204',
		analysisUid: '={{ $json.analysisUid }}',
		asyncRequestId: '={{ $json.asyncRequestId }}',
		body: 'Example',
		businessUnitUid: '={{ $json.businessUnitUid }}',
		callUids: '={{ $json.callUid }}',
		clientUid: '={{ $json.clientUid }}',
		conceptId: '={{ $json.conceptId }}',
		connectorId: connector.id,
		costCenterUid: '={{ $json.costCenterUid }}',
		customFieldUid: '={{ $json.customFieldUid }}',
		domainUid: '={{ $json.domainUid }}',
		exportTargetLangs: ['de'],
		events: ['JOB_STATUS_CHANGED'],
		file: connector.files.guide.encodedName,
		conversationId: '={{ $json.conversationId }}',
		fileUid: '={{ $json.fileUid }}',
		fileTranslationUid: '={{ $json.fileTranslationUid }}',
		folder: connector.files.guide.folder,
		glossaryUid: '={{ $json.glossaryUid }}',
		importSettingsUid: seed.importSettings.uid,
		jobUid: project.jobUid,
		jobUids: project.jobUid,
		lang: 'de',
		langs: ['en', 'de'],
		lqaProfileUid: '={{ $json.lqaProfileUid }}',
		mtSettingsId: '1',
		mtSettingsUid: '={{ $json.mtSettingsUid }}',
		name: 'Example',
		netRateSchemeUid: '={{ $json.netRateSchemeUid }}',
		priceListId: '318',
		priceListUid: '={{ $json.priceListUid }}',
		projectUid: project.uid,
		referenceFileId: '={{ $json.referenceFileId }}',
		referenceFileIds: '={{ $json.referenceFileId }}',
		query: 'morning',
		quoteUid: '={{ $json.quoteUid }}',
		quoteUids: '={{ $json.quoteUid }}',
		segment: 'Good morning',
		segmentId: '1',
		sourceLang: 'en',
		subject: 'Example',
		sourceSegment: 'Good morning',
		subDomainUid: '={{ $json.subDomainUid }}',
		targetLang: 'de',
		targetLangs: ['de'],
		targetSegment: 'Guten Morgen',
		templateUid: '={{ $json.templateUid }}',
		termBaseUid: '={{ $json.termBaseUid }}',
		termId: '={{ $json.termId }}',
		text: 'Good morning',
		transMemoryUid: seed.transMemory.uid,
		url: receiver,
		userUid: '={{ $json.userUid }}',
		vendorUid: '={{ $json.vendorUid }}',
		webhookUid: '={{ $json.webhookUid }}',
		workflowStepUid: '={{ $json.workflowStepUid }}',
	};
}

/** What runs before an operation with such a parameter, because it makes what the parameter names. */
export const MADE_BY: Readonly<Record<string, string>> = {
	analysisUid: 'project getAnalyses',
	asyncRequestId: 'job requestTargetFile',
	businessUnitUid: 'businessUnit create',
	callUids: 'webhook getCalls',
	clientUid: 'client create',
	costCenterUid: 'costCenter create',
	customFieldUid: 'customField create',
	domainUid: 'domain create',
	downloadTaskId: 'connector requestFileDownload',
	conversationId: 'conversation create',
	fileTranslationUid: 'fileTranslation create',
	fileUid: 'file upload',
	referenceFileId: 'referenceFile upload',
	referenceFileIds: 'referenceFile upload',
	glossaryUid: 'glossary create',
	lqaProfileUid: 'lqaProfile getMany',
	mtSettingsUid: 'machineTranslation getManySettings',
	netRateSchemeUid: 'netRateScheme getMany',
	priceListUid: 'priceList getMany',
	quoteUid: 'quote create',
	quoteUids: 'quote create',
	subDomainUid: 'subdomain create',
	templateUid: 'projectTemplate getMany',
	termBaseUid: 'termBase create',
	userUid: 'user getMany',
	vendorUid: 'vendor getMany',
	webhookUid: 'webhook create',
	workflowStepUid: 'workflowStep getMany',
};

const HOUR = 3_600_000;

/** Files can be received in two ways. */
const FILES: Example[] = [{ parameters: { fileInto: 'text' } }, {}];

/** Operations that need more than that, by resource and operation; of several examples, the schema has all members. */
export function examplesOf({
	project,
	workflowProject,
	transMemory,
	user,
}: Seed): Readonly<Record<string, Example[]>> {
	return {
		'analysis update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'api findEndpoint': [{ parameters: { query: 'get' } }],
		'asyncRequest get': [{ after: 'asyncRequest wait' }],
		'asyncRequest getManyPending': [{ after: 'job requestTargetFile', times: { exportMs: HOUR } }],
		'connector downloadPreparedFile': FILES,
		'connector getTasks': [{ after: 'connector requestFileDownload' }],
		'connector requestFileDownload': [{ parameters: { options: { projectUid: project.uid } } }],
		'fileTranslation getResult': [
			{ after: 'fileTranslation wait' },
			{ after: 'fileTranslation wait', parameters: { fileInto: 'text' } },
			{ after: 'fileTranslation translate', parameters: { result: 'score' } },
		],
		'fileTranslation translate': [
			{ parameters: { qualityScore: true } },
			{ parameters: { fileInto: 'text' } },
		],
		'file download': FILES,
		'importSettings create': [{ parameters: { json: { icuSubFilter: true } } }],
		'importSettings update': [{ parameters: { json: { icuSubFilter: true } } }],
		'importSettings updateDefault': [{ parameters: { json: { icuSubFilter: true } } }],
		'job downloadBilingualFile': FILES,
		'job downloadOriginalFile': FILES,
		'job downloadTargetFile': FILES,
		'job downloadTargetFileByAsyncRequest': FILES,
		'job exportToRepository': [
			{ after: 'job createFromConnectorTask', parameters: { jobUids: '={{ $json.jobUid }}' } },
		],
		'job find': [
			{ parameters: { filename: 'guide.md' } },
			{ parameters: { projectUid: workflowProject.uid, filename: 'page.html' } },
		],
		'job get': [{}, { parameters: { projectUid: workflowProject.uid, jobUid: workflowProject.jobUids[0] } }],
		'job getMany': [{}, { parameters: { projectUid: workflowProject.uid } }],
		'job getManyByUser': [{ after: 'job update', parameters: { userUid: user.uid } }],
		'job getWebEditorUrl': [{ after: 'job update' }],
		'job notifyAssigned': [{ parameters: { emailTemplateId: '39' } }],
		'job update': [
			{
				parameters: {
					updateFields: { status: 'COMPLETED', providers: { row: [{ type: 'USER', userId: user.id }] } },
				},
			},
		],
		'job updateMany': [{ parameters: { updateFields: { status: 'ACCEPTED' } } }],
		'job updateTarget': [{ parameters: { fileFrom: 'text', fileName: 'guide.md' } }],
		'job uploadBilingualFile': [
			{
				after: 'job downloadBilingualFile',
				parameters: { fileFrom: 'text', fileName: '={{ $json.fileName }}', text: '={{ $json.text }}' },
			},
		],
		'lqaAssessment downloadReports': FILES,
		'lqaAssessment get': [{ after: 'lqaAssessment finish' }],
		'lqaAssessment finish': [{ after: 'lqaAssessment start' }],
		'project getWorkflowSteps': [{ parameters: { projectUid: workflowProject.uid } }],
		'translationMemory export': FILES,
		'businessUnit update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'client update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'costCenter update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'customField getValues': [{ after: 'customField setValues' }],
		'customField setValues': [
			{ parameters: { values: { mappingMode: 'defineBelow', value: { 'Sandbox string': 'Example' } } } },
		],
		'customField update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'domain update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'project update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'subdomain update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'project setTranslationMemories': [
			{ parameters: { translationMemories: { row: [{ transMemoryUid: transMemory.uid }] } } },
		],
		'analysis download': FILES,
		'glossary export': FILES,
		'glossary update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'termBase deleteConcept': [{ after: 'termBase createConcept' }],
		'termBase export': FILES,
		'termBase getConcept': [{ after: 'termBase createConcept' }],
		'termBase getConceptTerms': [{ after: 'termBase createConcept' }],
		'termBase deleteTerm': [{ after: 'termBase createTerm' }],
		'termBase getTerm': [{ after: 'termBase createTerm' }],
		'termBase update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'termBase updateTerm': [
			{ after: 'termBase createTerm', parameters: { updateFields: { text: 'Good evening' } } },
		],
		'termBase updateConcept': [
			{ after: 'termBase createConcept', parameters: { updateFields: { definition: 'A greeting' } } },
		],
		'translationMemory exportByQuery': FILES.map(({ parameters }) => ({
			parameters: { ...parameters, queries: { row: [{ query: 'morning', lang: 'en' }] } },
		})),
		'translationMemory update': [{ parameters: { updateFields: { name: 'Renamed' } } }],
		'referenceFile download': FILES,
		'webhook getCalls': [{ after: 'webhook sendTest' }],
		'webhook getHealth': [{ after: 'webhook create' }],
		'webhook getMany': [{ after: 'webhook create' }],
		'webhook update': [{ parameters: { updateFields: { secretToken: 'new' } } }],
	};
}
