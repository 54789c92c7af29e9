/** Runs nodes in n8n-core's own contexts, in this process. For tests and benchmarks only. */
export { home } from './home';
export { hashBinary, readBinary, storeBinary } from './binaryData';
export { CredentialStore, type Storing } from './credentialStore';
export { loadFields, loadOptions, searchList } from './lists';
export { nodeTypes, type AnyNodeType } from './nodeTypes';
export { executeContext, runNode, type NodeRun, type RunSetup } from './runNode';
export { callWebhook, webhookContext, type WebhookAnswer, type WebhookCall } from './webhooks';
export { additionalDataFor, EXECUTION_ID, type NodeSetup } from './workflow';
