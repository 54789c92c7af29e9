import type { SandboxFile } from '../files';

/** What Language AI can do with a file. */
export type ActionType =
	'FILE_IMPORT' | 'CONVERTER_IMPORT' | 'MT_GENERIC_PRETRANSLATE' | 'QUALITY_ESTIMATION';

/** What a client asks of Language AI for a file (`FileTranslationsMetadataV1`). */
export interface FileTranslationMetadata {
	sourceLang: { code: string };
	targetLangs: Array<{ code: string }>;
	actionTypes: ActionType[];
	callbackUrl?: string;
	mtSettings?: { usePhraseMTSettings?: boolean; profile?: { uid: string } };
}

/** A file that Language AI works on. */
export interface FileTranslation {
	uid: string;
	metadata: FileTranslationMetadata;
	dateCreated: Date;
	source: SandboxFile;
	/** Every action with its state; one result per target language. */
	actions: Array<{ actionType: ActionType; results: FileTranslationResult[] }>;
	/** The translated file per target language. */
	targets: Map<string, SandboxFile>;
}

/** One action into one language. */
export interface FileTranslationResult {
	id: string;
	sourceLang: string;
	targetLang: string;
	status: 'ERROR' | 'OK' | 'RUNNING';
}

/** A file translation as Language AI shows it (`FileTranslationsResponseV1`). */
export function presentFileTranslation({ uid, actions, metadata }: FileTranslation): Record<string, unknown> {
	return structuredClone({ uid, actions, metadata });
}
