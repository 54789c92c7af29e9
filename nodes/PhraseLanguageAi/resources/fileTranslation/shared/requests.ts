import { GET, type PhraseRequest } from '../../../../../core/http/request';
import type { ActionType } from './actionTypes';

/** Reads the state of every action. Source: getMetadataV1, GET /v1/fileTranslations/{uid}. */
export function getState(uid: string): PhraseRequest {
	return GET`/v1/fileTranslations/${uid}`;
}

/**
 * Reads the file that an action made for a language.
 * Source: getFilesV1, GET /v1/fileTranslations/{uid}/{actionType}/{language}.
 */
export function getFile(uid: string, actionType: ActionType, language: string): PhraseRequest {
	return GET`/v1/fileTranslations/${uid}/${actionType}/${language}`.accepting('application/octet-stream');
}

/**
 * Reads the quality score of the translation into a language, `{score}` from 0 to 1.
 * Source: getFilesV1, schema QualityEstimationResponseV1; the `Accept` header tells it from the file.
 */
export function getScore(uid: string, language: string): PhraseRequest {
	return GET`/v1/fileTranslations/${uid}/QUALITY_ESTIMATION/${language}`.accepting('application/json');
}
