import { Callbacks } from './callbacks';
import { Clock } from './clock';
import { patchConfig, type SandboxConfig, type SandboxConfigPatch } from './config';
import { notFound } from './errors';
import { Events } from './events';
import { Faults } from './faults';
import { RequestLog } from './requestLog';
import { AsyncRequests } from './state/asyncRequests';
import { Connectors } from './state/connectors';
import { FileTranslations } from './state/fileTranslations';
import { Jobs } from './state/jobs';
import { describeSeed, seedJobs, seedState, type Seed } from './state/seed';
import { Tokens } from './state/tokens';
import { TransMemories } from './state/transMemories';
import type {
	ImportSettings,
	NamedReference,
	Project,
	TranslationProfile,
	WorkflowStep,
} from './state/types';
import { SECRETS } from './state/users';

/**
 * Everything that a sandbox knows at one time: configuration, clock, log, faults and the state of Phrase.
 * A reset throws the world away and makes a new one.
 */
export class World {
	readonly clock = new Clock();

	readonly log = new RequestLog();

	readonly faults = new Faults();

	readonly callbacks: Callbacks;

	readonly events: Events;

	readonly tokens: Tokens;

	readonly projects: Project[];

	readonly clients: NamedReference[];

	readonly workflowSteps: WorkflowStep[];

	readonly importSettings: ImportSettings[];

	readonly profiles: TranslationProfile[];

	readonly asyncRequests: AsyncRequests;

	readonly jobs: Jobs;

	readonly connectors: Connectors;

	readonly fileTranslations: FileTranslations;

	readonly transMemories: TransMemories;

	/** Codes of the OAuth2 authorization that were not exchanged yet. */
	readonly oauth2Codes = new Set<string>();

	/** OAuth2 refresh tokens. */
	readonly oauth2RefreshTokens = new Set([SECRETS.oauth2RefreshToken]);

	readonly seed: Seed;

	constructor(private present: SandboxConfig) {
		const config = () => this.present;
		const state = seedState();
		this.projects = state.projects;
		this.clients = state.clients;
		this.workflowSteps = state.workflowSteps;
		this.importSettings = state.importSettings;
		this.profiles = state.profiles;
		this.tokens = new Tokens(config);
		this.tokens.keep(SECRETS.apiToken, 'ApiToken');
		this.tokens.keep(SECRETS.oauth2AccessToken, 'Bearer');
		this.callbacks = new Callbacks(this.clock, config, this.log);
		this.events = new Events(this.clock, config, this.log);
		this.asyncRequests = new AsyncRequests(this.clock, this.callbacks, this.events, config);
		this.jobs = new Jobs(this.clock, this.asyncRequests, this.events, this.log, config);
		this.connectors = new Connectors(state.connectors, this.clock, this.callbacks, config);
		this.transMemories = new TransMemories(state.transMemories, this.asyncRequests, config);
		this.fileTranslations = new FileTranslations(this.clock, this.callbacks, config);
		seedJobs(state.projects, this.jobs);
		this.seed = describeSeed(state, this.jobs);
	}

	/** The configuration in force. */
	get config(): SandboxConfig {
		return this.present;
	}

	/** @throws ZodError when the patch is wrong */
	configure(patch: SandboxConfigPatch): void {
		this.present = patchConfig(this.present, patch);
	}

	/** @throws ApiError 404 */
	project(uid: string): Project {
		const project = this.projects.find((candidate) => candidate.uid === uid);
		if (!project) throw notFound('Project', uid);
		return project;
	}

	/** Stops time in this world and breaks off its callbacks and events. */
	async close(): Promise<void> {
		this.clock.close();
		await Promise.all([this.callbacks.close(), this.events.close()]);
	}
}
