import { file } from '../../../../core/endings/file';
import { choice } from '../../../../core/fields/choice';
import { fromInput } from '../../../../core/fields/fromInput';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { analysisUid } from './shared/analysisUid';

/** Downloads an analysis as a file. Source: downloadAnalyse, GET /api2/v1/analyses/{analyseUid}/download. */
export const download = defineOperation(
	{
		name: 'Download',
		action: 'Download an analysis',
		description: 'Put an analysis as a file in a binary field or as text',
		fields: {
			...fromInput({ analysisUid: analysisUid() }),
			format: choice(
				{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
				[
					{ name: 'CSV', value: 'CSV' },
					{ name: 'CSV With More Columns', value: 'CSV_EXTENDED' },
					{ name: 'JSON', value: 'JSON' },
					{ name: 'Log', value: 'LOG' },
				],
				'CSV',
			),
		},
		hiddenInTools: true,
	},
	{
		request: ({ analysisUid: uid, format }) =>
			GET`/api2/v1/analyses/${uid}/download`.query({ format }).accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ analysisUid: uid, format }) => `analysis-${uid}.${EXTENSIONS[format]}`,
			json: ({ analysisUid: uid }) => ({ analysisUid: uid }),
		}),
	},
);

const EXTENSIONS = { CSV: 'csv', CSV_EXTENDED: 'csv', JSON: 'json', LOG: 'log' };
