import type { IDataObject } from 'n8n-workflow';
import { keeping } from '../../../../../core/fields/simplify';
import { asRecord, asRecords } from '../../../../../core/http/read';
import { SIMPLE_ANALYSIS } from '../../../../shared/tms/simpleAnalysis';

/** An analysis, with the numbers of each target language only. Source: schema AnalyseV3Dto. */
export function simpleWithCounts(analysis: IDataObject): IDataObject {
	const parts = asRecords(analysis.analyseLanguageParts).map(inNumbers);
	return { ...keeping(SIMPLE_ANALYSIS, analysis), analyseLanguageParts: parts };
}

/** What was counted in one target language. Source: schemas AnalyseLanguagePartV3Dto, DataDto2, CountsDto. */
export function inNumbers({ targetLang, data }: IDataObject): IDataObject {
	const { all, repetitions, transMemoryMatches, machineTranslationMatches } = asRecord(data);
	const { segments, words, characters, normalizedPages } = asRecord(all);
	return {
		targetLang,
		segments,
		words,
		characters,
		normalizedPages,
		repeatedWords: asRecord(repetitions).words,
		translationMemory: wordsOf(transMemoryMatches),
		machineTranslation: wordsOf(machineTranslationMatches),
	};
}

/** `{ match100: 12, match95: 3 }`, in words. */
function wordsOf(matches: unknown): IDataObject {
	const entries = Object.entries(asRecord(matches));
	return Object.fromEntries(entries.map(([match, counts]) => [match, asRecord(counts).words]));
}
