import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asRecords, asText } from '../../../../../core/http/read';
import { POST, type PhraseRequest } from '../../../../../core/http/request';
import { together } from '../../../../../core/endings/together';
import type { Call, Ending, Outcome } from '../../../../../core/operation/operation';

/** Most texts of one call. Source: POST /v2/textTranslations, `sourceTexts`. */
const MAX_TEXTS = 6;

/** Names this package to Phrase when the user gives no other name. */
const CONSUMER_ID = 'N8N_NODES_PHRASE';

/** One text to translate, and what Phrase takes once per call. */
export interface TextToTranslate {
	text: string;
	/** Empty when Phrase is to identify it. */
	sourceLang: string;
	targetLang: string;
	/** Empty when Phrase is to choose. */
	profileUid: string;
	options: { consumerId?: string };
}

/**
 * The call that translates texts of the same languages, profile and consumer; each is known by its place in the list.
 * Source: POST /v2/textTranslations.
 */
export function translateTexts(texts: [TextToTranslate, ...TextToTranslate[]]): PhraseRequest {
	const [{ sourceLang, targetLang, profileUid, options }] = texts;
	return POST`/v2/textTranslations`.repeatable('refused').json({
		sourceTexts: texts.map(({ text }, index) => ({ key: String(index), source: text })),
		sourceLang: { code: sourceLang },
		targetLang: { code: targetLang },
		mtSettings: { profile: { uid: profileUid } },
		consumerId: options.consumerId ?? CONSUMER_ID,
	});
}

/**
 * Texts of several items are translated by one call, and each translation becomes the item of its text.
 *
 * Phrase identifies one source language per call, so texts without a source language go alone.
 */
export function translatedTexts(): Ending<TextToTranslate> {
	return {
		pack: {
			size: MAX_TEXTS,
			key: ({ text, sourceLang, targetLang, profileUid, options }) =>
				JSON.stringify([sourceLang || { text }, targetLang, profileUid, options.consumerId]),
		},
		run: together(translateTogether),
	};
}

async function translateTogether(
	calls: [Call<TextToTranslate>, ...Array<Call<TextToTranslate>>],
): Promise<Outcome[]> {
	const [first, ...others] = calls;
	const request = translateTexts([first.values, ...others.map(({ values }) => values)]);
	const answer = asRecord((await first.client.send(request)).body);
	return calls.map(({ values }, index) => toOutcome(values, answer, String(index)));
}

function toOutcome(
	{ text, sourceLang, targetLang }: TextToTranslate,
	answer: IDataObject,
	key: string,
): Outcome {
	const translated = asRecords(answer.translatedTexts).find((one) => asText(one.key) === key);
	if (typeof translated?.target !== 'string') {
		return new PhraseError({
			kind: 'unusable',
			message: 'Phrase returned no translation of the text',
			description: `Check that the translation profile can translate into '${targetLang}', then try again.`,
		});
	}
	return [
		{
			json: {
				source: text,
				target: translated.target,
				sourceLang: asText(asRecord(answer.sourceLang).code) ?? (sourceLang || null),
				targetLang: asText(asRecord(answer.targetLang).code) ?? targetLang,
			},
		},
	];
}
