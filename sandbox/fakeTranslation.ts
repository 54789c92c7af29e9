const LINE_BASED = new Set(['txt', 'md', 'csv', 'srt', 'properties', 'yaml', 'yml']);
const MARKUP = new Set(['html', 'htm', 'xml', 'xlf', 'xliff']);

/** Whether the sandbox can translate files of this name visibly. */
export function isText(fileName: string): boolean {
	const extension = extensionOf(fileName);
	return extension === 'json' || LINE_BASED.has(extension) || MARKUP.has(extension);
}

/**
 * A translation that anyone can recognise: `[cs] ` before every line, every text between tags or every
 * string value, so that the file stays valid in its own format.
 */
export function fakeTranslation(fileName: string, text: string, targetLang: string): string {
	const extension = extensionOf(fileName);
	if (extension === 'json') return translateJson(text, targetLang);
	if (MARKUP.has(extension)) return text.replace(/>([^<>]*\S[^<>]*)</g, `>[${targetLang}] $1<`);
	return translateLines(text, targetLang);
}

/** Extension of a file name, lower case, without the dot. */
export function extensionOf(fileName: string): string {
	return /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function translateLines(text: string, targetLang: string): string {
	return text.replace(/^(?=.*\S)/gm, `[${targetLang}] `);
}

function translateJson(text: string, targetLang: string): string {
	try {
		const translate = (_key: string, value: unknown) =>
			typeof value === 'string' ? `[${targetLang}] ${value}` : value;
		return JSON.stringify(JSON.parse(text), translate, 2);
	} catch {
		return translateLines(text, targetLang);
	}
}
