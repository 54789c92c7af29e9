import type { IDataObject } from 'n8n-workflow';

/** What Phrase calls back about. */
export const CALLBACK_KINDS = ['asyncRequest', 'connectorTask', 'fileTranslation', 'unknown'] as const;
export type CallbackKind = (typeof CALLBACK_KINDS)[number];

/** The member of a callback that names the work it is about, by its kind. */
export const NAMED_BY = {
	asyncRequest: 'asyncRequestId',
	connectorTask: 'taskId',
	fileTranslation: 'fileTranslationUid',
} as const satisfies Partial<Record<CallbackKind, string>>;

/** Why the work failed, in Phrase's words as far as the callback has any. */
export interface CallbackError extends IDataObject {
	errorCode: string | null;
	message: string | null;
	/** As received. */
	details: IDataObject[];
}

/** What a callback's body says. Nothing in it is confirmed: the truth is read from Phrase's API. */
export interface CallbackEvent extends IDataObject {
	kind: CallbackKind;
	/** Phrase's name of the action, where the callback has one. */
	action: string | null;
	/** Identifier of a TMS async request. */
	asyncRequestId?: string;
	/** Identifier of a connector task. */
	taskId?: string;
	/** Identifier of a Language AI file translation. */
	fileTranslationUid?: string;
	/** Null when the body does not tell. */
	succeeded: boolean | null;
	/** Present when `succeeded` is false. */
	error?: CallbackError;
}
