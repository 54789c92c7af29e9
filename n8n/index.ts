/** Gets, starts and drives a real n8n. For the demo, the tests, the benchmarks and the pictures only. */
export {
	N8nClient,
	type ExecutionStatus,
	type StoredCredential,
	type StoredWorkflow,
	type WorkflowExport,
} from './client';
export { prepareDatabase } from './database';
export { N8nExecution } from './execution';
export { ensureN8n, type N8nInstallation } from './install';
export { ReloadedNodes } from './reloadedNodes';
export { installedNodes, installNodes, packNodes } from './pack';
export { duration, linesOf, type Report } from './progress';
export { QueueMode, type QueueModeOptions, type QueueModeProcess } from './queueMode';
export { N8nServer, type N8nServerOptions } from './server';
export { N8nSession, OWNER, type Login, type SessionState } from './session';
export { requireServices, type Queue } from './services';
export {
	CREDENTIAL_NAMES,
	MANUAL_TRIGGER,
	nodeOfType,
	readTemplate,
	TEMPLATES,
	withCredentials,
	withParameters,
	type TemplateName,
} from './templates';
export { triggerPath } from './triggerPath';
export { until } from './until';
export { withN8n } from './withN8n';
