/** A real n8n and a sandbox for Phrase, and the workflow templates played there. For the demo and the tests only. */
export { playAgent, type PlayedAgent } from './agent';
export { createCredentials } from './credentials';
export { Program } from './program';
export { COLLECT, DOWNLOAD, SCENES, TRANSLATE, type Outcome, type Played } from './scenes';
export type { Script } from './scriptedModel';
export { Stage } from './stage';
