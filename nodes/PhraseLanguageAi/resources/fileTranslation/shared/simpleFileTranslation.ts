import type { IDataObject } from 'n8n-workflow';
import { asRecord, asRecords } from '../../../../../core/http/read';

/**
 * The simplified version of a file translation: its languages by their codes, as a later node asks for them, and how far
 * each action is. Source: schema FileTranslationsResponseV1.
 */
export function simpleFileTranslation({ uid, metadata, actions }: IDataObject): IDataObject {
	const { sourceLang, targetLangs } = asRecord(metadata);
	return {
		uid,
		sourceLang: asRecord(sourceLang).code ?? null,
		targetLangs: asRecords(targetLangs).map(({ code }) => code),
		actions,
	};
}
