/** Extensions by media type, of the files that people have translated. */
const EXTENSIONS: Readonly<Record<string, string>> = {
	'application/json': 'json',
	'application/msword': 'doc',
	'application/pdf': 'pdf',
	'application/rtf': 'rtf',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.oasis.opendocument.presentation': 'odp',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/x-gettext': 'po',
	'application/x-subrip': 'srt',
	'application/x-tmx+xml': 'tmx',
	'application/x-xliff+xml': 'xliff',
	'application/x-yaml': 'yaml',
	'application/xhtml+xml': 'xhtml',
	'application/xliff+xml': 'xliff',
	'application/xml': 'xml',
	'application/yaml': 'yaml',
	'application/zip': 'zip',
	'image/svg+xml': 'svg',
	'text/csv': 'csv',
	'text/html': 'html',
	'text/markdown': 'md',
	'text/plain': 'txt',
	'text/rtf': 'rtf',
	'text/tab-separated-values': 'tsv',
	'text/vtt': 'vtt',
	'text/x-gettext-translation': 'po',
	'text/xml': 'xml',
	'text/yaml': 'yaml',
};

/**
 * The extension that files of a media type have, by which Phrase tells how to read a file.
 * @param mimeType such as `text/plain; charset=utf-8`
 * @returns without its dot; undefined for a type that says nothing of it
 */
export function extensionOf(mimeType: string): string | undefined {
	return EXTENSIONS[mimeType.split(';')[0]?.trim().toLowerCase() ?? ''];
}
