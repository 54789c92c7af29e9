import { toggle } from './choice';
import { fieldSet } from './fieldSet';

/** The option that tells files of several languages apart. */
export const languageInName = fieldSet(
	{},
	{
		addLanguage: toggle({
			displayName: 'Add Language to File Name',
			description:
				"Whether to put the target language before the extension, as in 'guide.de.md', so that languages do not overwrite each other",
		}),
	},
);

/** Whether the user wants the language in file names. */
export function wantsLanguageInName(values: unknown): boolean {
	return languageInName.of(values).options?.addLanguage === true;
}

/** What programs know a file by, and no other end of a name: it begins with a letter, and holds no blank. */
const EXTENSION = /\.[a-z][a-z\d]*$/i;

/** `guide.de.md` of `guide.md` and `de`; the name as it is without a language. */
export function withLanguage(fileName: string, language: string | undefined): string {
	if (language === undefined) return fileName;
	const extension = EXTENSION.exec(fileName)?.[0] ?? '';
	const isHidden = extension === fileName;
	return isHidden
		? `${fileName}.${language}`
		: `${fileName.slice(0, fileName.length - extension.length)}.${language}${extension}`;
}
