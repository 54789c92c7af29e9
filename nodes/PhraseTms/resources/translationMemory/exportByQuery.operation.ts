import { singleUseFile } from '../../../../core/endings/singleUseFile';
import { collection } from '../../../../core/fields/collection';
import { callbackTarget } from '../../../../core/fields/notify';
import { rows } from '../../../../core/fields/rows';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { exportFormat, ofExport } from './shared/exportFormat';
import { exportFilters, exportQuery, toExportFilters } from './shared/exportQuery';

/**
 * Exports the segments that a search finds, waits for it, and streams them into a binary field.
 * Source: exportByQueryAsync, POST /api2/v1/transMemories/{transMemoryUid}/exportByQueryAsync.
 */
export const exportByQuery = defineOperation(
	{
		name: 'Export by Query',
		action: 'Export part of a translation memory',
		description:
			'Export the segments that hold texts, wait for it, and put them in a binary field or as text',
		fields: {
			transMemoryUid: translationMemory(),
			queries: rows(
				{
					displayName: 'Queries',
					row: 'Query',
					addText: 'Add query',
					description: 'What segments have to hold to be exported',
				},
				exportQuery,
			),
			exportTargetLangs: newTargetLangs(),
			format: exportFormat,
			filters: collection('Filters', 'Add filter', exportFilters),
		},
		hiddenInTools: true,
	},
	{
		check: ({ queries }) =>
			queries.length === 0 ? "'Queries' has no query: add what segments have to hold" : undefined,
		request: (values, tools) =>
			POST`/api2/v1/transMemories/${values.transMemoryUid}/exportByQueryAsync`.repeatable('refused').json({
				exportTargetLangs: values.exportTargetLangs,
				queries: values.queries.map(({ query }) => query),
				queryLangs: values.queries.map(({ lang }) => lang),
				...toExportFilters(values.filters),
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest' }),
			}),
		ends: singleUseFile({ name: 'The export of what the queries find', ...ofExport }),
	},
);
