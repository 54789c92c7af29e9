import { choice } from '../../../../../core/fields/choice';
import { GET, type PhraseRequest } from '../../../../../core/http/request';

/** The form in which an export comes. */
export const exportFormat = choice(
	{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
	[
		{ name: 'TMX', value: 'TMX' },
		{ name: 'XLSX', value: 'XLSX' },
	],
	'TMX',
);

/**
 * What both exports have in common. Whether the ID of an export can be used twice is not documented, so it is used once.
 * Source: downloadSearchResult, GET /api2/v1/transMemories/downloadExport/{asyncRequestId}.
 */
export const ofExport = {
	goOn: 'Run this again to get the file: an export changes nothing in Phrase.',
	collect: ({ format }: { format: string }, id: string): PhraseRequest =>
		GET`/api2/v1/transMemories/downloadExport/${id}`.query({ format }),
	fallbackName: ({ transMemoryUid, format }: { transMemoryUid: string; format: string }) =>
		`${transMemoryUid}.${format.toLowerCase()}`,
	json: ({ transMemoryUid }: { transMemoryUid: string }) => ({ transMemoryUid }),
};
