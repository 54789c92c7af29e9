import { Callbacks } from './callbacks';
import { Clock } from './clock';
import { patchConfig, type SandboxConfig, type SandboxConfigPatch } from './config';
import { Events } from './events';
import { Faults } from './faults';
import { RequestLog } from './requestLog';
import type { TranslationProfile } from './model/translationProfile';
import { SECRETS } from './model/user';
import { describeSeed, type Seed } from './seed/describe';
import { seedJobs, seedState } from './seed/state';
import { AsyncRequests } from './state/asyncRequest';
import { Tokens } from './state/authentication';
import { Connectors } from './state/connector';
import { FileTranslations } from './state/fileTranslation';
import { Jobs } from './state/job';
import { PlainResources } from './state/plainResource';
import { Projects } from './state/project';
import { TransMemories } from './state/translationMemory';

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

	readonly projects: Projects;

	readonly plain: PlainResources;

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

	/** @param sessions - session tokens that there are already */
	constructor(
		private present: SandboxConfig,
		sessions?: Tokens['sessions'],
	) {
		const config = () => this.present;
		const state = seedState();
		this.projects = new Projects(state.projects);
		this.plain = new PlainResources(state.plain);
		this.profiles = state.profiles;
		this.tokens = new Tokens(config, sessions);
		this.tokens.keep(SECRETS.apiToken, 'ApiToken');
		this.tokens.keep(SECRETS.oauth2AccessToken, 'Bearer');
		this.callbacks = new Callbacks(this.clock, config, this.log);
		this.events = new Events(this.clock, config, this.log);
		this.asyncRequests = new AsyncRequests(this.clock, this.callbacks, this.events, config);
		this.jobs = new Jobs(this.clock, this.asyncRequests, this.events, this.log, config);
		this.connectors = new Connectors(state.connectors, this.clock, this.callbacks, config);
		this.transMemories = new TransMemories(this.plain, this.asyncRequests, config);
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

	/** Stops time in this world and breaks off its callbacks and events. */
	async close(): Promise<void> {
		this.clock.close();
		await Promise.all([this.callbacks.close(), this.events.close()]);
	}
}
