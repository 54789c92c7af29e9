import { NOTHING_TO_UPDATE } from '../../../../core/fields/updateFields';
import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { fromInput } from '../../../../core/fields/fromInput';
import { requiredText } from '../../../../core/fields/text';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { netRateScheme } from '../../../shared/tms/fields/netRateScheme';
import { providerIfAny, toProvider } from '../../../shared/tms/fields/providers';
import { analysisUid } from './shared/analysisUid';
import { simpleWithCounts } from './shared/wordCounts';

/** Changes an analysis. Source: editAnalysis, PUT /api2/v2/analyses/{analyseUid}. */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update an analysis',
		description: 'Change the name, the provider or the net rate scheme of an analysis',
		fields: {
			...fromInput({ analysisUid: analysisUid() }),
			updateFields: collection('Update Fields', 'Add field', {
				name: requiredText({ displayName: 'Name', description: 'New name of the analysis' }, 255),
				netRateSchemeUid: netRateScheme({ optional: true }),
				provider: providerIfAny('Who does what was counted'),
			}),
		},
	},
	{
		check: ({ updateFields: { name, netRateSchemeUid, provider } }) =>
			name || netRateSchemeUid || provider ? undefined : NOTHING_TO_UPDATE,
		request: ({ analysisUid: uid, updateFields: { name, netRateSchemeUid, provider } }) =>
			PUT`/api2/v2/analyses/${uid}`.repeatable('always').json({
				name,
				netRateScheme: { uid: netRateSchemeUid },
				provider: provider && toProvider(provider),
			}),
		ends: one({
			simple: simpleWithCounts,
			add: ({ analysisUid: uid }, { id }) => ({ analysisUid: uid, analysisId: id }),
		}),
	},
);
