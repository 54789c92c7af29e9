import { z } from 'zod/v4';
import { ANSWER_TIMEOUT_MS } from './courier';

const MINUTE = 60_000;

const ms = z.number().min(0);

const timesSchema = z.strictObject({
	/** Import of a job's source file (asyncRequest `IMPORT_JOB`), ms. */
	importMs: ms,
	/** Making a target file (asyncRequest `EXPORT_COMPLETE_FILE`), ms. */
	exportMs: ms,
	/** Export of a translation memory (asyncRequest `EXPORT_TMX`), ms. */
	tmExportMs: ms,
	/** Pre-translation (asyncRequest `PRE_TRANSLATE`), ms. */
	preTranslateMs: ms,
	/** A connector's asynchronous file download, ms. */
	connectorDownloadMs: ms,
	/** Language AI: import and conversion of an uploaded file, ms. */
	fileImportMs: ms,
	/** Language AI: machine translation, after the import, ms. */
	mtMs: ms,
	/** Language AI: quality estimation, after the machine translation, ms. */
	qualityMs: ms,
});

const callbacksSchema = z.strictObject({
	/** How many times more than once each successful callback is delivered. */
	duplicates: z.number().int().min(0),
	/** Each callback waits a random time up to this many ms, so that they overtake each other. */
	shuffleMs: ms,
	/** Each callback waits this many ms before it is sent. */
	delayMs: ms,
	/** Share of callbacks (0–1) that are never sent. */
	drop: z.number().min(0).max(1),
});

const webhooksSchema = z.strictObject({
	/** How many deliveries are under way at once, at most. */
	concurrency: z.number().int().min(1),
	/** How long the answer to an event may take, ms. */
	timeoutMs: ms,
	/** Waits between the attempts to deliver one event, ms; its length is the number of retries. */
	scheduleMs: z.array(ms).max(10),
	/** After this many failed attempts a webhook becomes DISABLED. */
	deactivateAfter: z.number().int().min(1),
	/** Share of events (0–1) that are delivered a second time although they were answered 200. */
	duplicates: z.number().min(0).max(1),
	/** How long after the first delivery the second one comes, ms. */
	duplicateDelayMs: ms,
	/** Events beyond those that Phrase has today, which a webhook can be registered for too. */
	extraEvents: z.array(z.string().min(1)),
});

const configSchema = z.strictObject({
	times: timesSchema,
	callbacks: callbacksSchema,
	webhooks: webhooksSchema,
	/** Latency added to every API answer, ms. */
	serviceTimeMs: ms,
	/** Lifetime of a session token, ms; null keeps Phrase's own (platform token 4 h, ApiToken 24 h). */
	tokenLifeMs: ms.nullable(),
	/** A session token dies after this many uses; null means never. */
	tokenLifeRequests: z.number().int().min(1).nullable(),
	/** How many asynchronous requests may be pending at once; null means no limit. */
	pendingLimit: z.number().int().min(0).nullable(),
	/** How long Language AI keeps a file, ms. */
	fileLifeMs: ms,
	/** Waits between the attempts to deliver one callback, ms; its length is the number of retries. */
	callbackScheduleMs: z.array(ms).max(10),
});

/** Everything about the sandbox that can be changed while it runs; all values replace the present ones. */
export const configPatchSchema = configSchema
	.extend({
		times: timesSchema.partial(),
		callbacks: callbacksSchema.partial(),
		webhooks: webhooksSchema.partial(),
	})
	.partial();

/** Part of the times, as a single job can have its own. */
export const timesPatchSchema = timesSchema.partial();

export type SandboxTimes = z.infer<typeof timesSchema>;
export type SandboxConfig = z.infer<typeof configSchema>;
export type SandboxConfigPatch = z.infer<typeof configPatchSchema>;

/** Named sets of times: `fast` for tests, `real` for a feeling of what a workflow will meet. */
export const TIMES: Record<'fast' | 'real', SandboxTimes> = {
	fast: {
		importMs: 300,
		exportMs: 300,
		tmExportMs: 300,
		preTranslateMs: 300,
		connectorDownloadMs: 300,
		fileImportMs: 100,
		mtMs: 300,
		qualityMs: 200,
	},
	real: {
		importMs: 8_000,
		exportMs: 5_000,
		tmExportMs: 8_000,
		preTranslateMs: 15_000,
		connectorDownloadMs: 6_000,
		fileImportMs: 3_000,
		mtMs: 10_000,
		qualityMs: 5_000,
	},
};

/** Phrase's redelivery of callbacks and events: after 2, 4, 8 and 16 minutes, then every 30 minutes, ten retries in all. */
export const PHRASE_CALLBACK_SCHEDULE_MS = [2, 4, 8, 16, 30, 30, 30, 30, 30, 30].map(
	(minutes) => minutes * MINUTE,
);

/** The same in a hurry: a minute is a second. */
const FAST_SCHEDULE_MS = PHRASE_CALLBACK_SCHEDULE_MS.map((wait) => wait / 60);

/** What a new sandbox starts with; a minute of Phrase's redelivery is a second here. */
export const DEFAULT_CONFIG: SandboxConfig = {
	times: TIMES.fast,
	callbacks: { duplicates: 0, shuffleMs: 0, delayMs: 0, drop: 0 },
	webhooks: {
		concurrency: 50,
		timeoutMs: ANSWER_TIMEOUT_MS,
		scheduleMs: FAST_SCHEDULE_MS,
		deactivateAfter: 3_000,
		duplicates: 0,
		duplicateDelayMs: 0,
		extraEvents: [],
	},
	serviceTimeMs: 0,
	tokenLifeMs: null,
	tokenLifeRequests: null,
	pendingLimit: 200,
	fileLifeMs: 24 * 60 * MINUTE,
	callbackScheduleMs: FAST_SCHEDULE_MS,
};

/**
 * The configuration with some of it replaced; `times`, `callbacks` and `webhooks` are merged member by member.
 *
 * @throws ZodError when the patch has an unknown member or a wrong value
 */
export function patchConfig(config: SandboxConfig, patch: SandboxConfigPatch): SandboxConfig {
	const checked = configPatchSchema.parse(patch);
	return configSchema.parse({
		...config,
		...checked,
		times: { ...config.times, ...checked.times },
		callbacks: { ...config.callbacks, ...checked.callbacks },
		webhooks: { ...config.webhooks, ...checked.webhooks },
	});
}
