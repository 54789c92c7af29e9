import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { collection } from '../../../../core/fields/collection';
import { requiredId, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { priceListId } from '../../../shared/tms/fields/priceList';
import { netRateSchemeId } from '../../../shared/tms/fields/netRateScheme';
import { project } from '../../../shared/tms/fields/project';
import { providerIfAny, toProvider } from '../../../shared/tms/fields/providers';
import { SIMPLE_QUOTE } from '../../../shared/tms/simpleQuote';

/** Makes a quote of an analysis. Source: createQuoteV2, POST /api2/v2/quotes. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a quote',
		description: 'Create a quote from an analysis and a price list',
		fields: {
			projectUid: project(),
			...fromInput({
				analysisId: requiredId({
					displayName: 'Analysis ID',
					placeholder: 'e.g. 12204',
					description: 'Number of the analysis, as Analysis > Create and Get Many give it',
				}),
			}),
			priceListId: priceListId(),
			name: requiredText({ displayName: 'Name', description: 'Name of the quote' }, 255),
			additionalFields: collection('Additional Fields', 'Add field', {
				netRateSchemeId: netRateSchemeId('The net rate scheme in place of that of the analysis'),
				provider: providerIfAny('Who the quote is from'),
			}),
		},
	},
	{
		request: ({
			projectUid,
			analysisId,
			priceListId: price,
			name,
			additionalFields: { netRateSchemeId: scheme, provider },
		}) =>
			POST`/api2/v2/quotes`.repeatable('refused').json({
				name,
				project: { uid: projectUid },
				analyse: { id: analysisId },
				priceList: { id: price },
				netRateScheme: { id: scheme },
				provider: provider && toProvider(provider),
			}),
		ends: one({ simple: SIMPLE_QUOTE, add: ({ projectUid }, { uid }) => ({ projectUid, quoteUid: uid }) }),
	},
);
