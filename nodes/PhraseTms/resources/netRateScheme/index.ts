import type { Resource } from '../../../../core/operation/operation';
import { netRateScheme as netRateSchemeField } from '../../../shared/tms/fields/netRateScheme';
import { read } from '../shared/registered';

/**
 * What is paid for matches.
 * Source: getDiscountSchemes, GET /api2/v1/netRateSchemes; getDiscountScheme, GET /api2/v1/netRateSchemes/{netRateSchemeUid}.
 */
export const netRateScheme: Resource = {
	name: 'Net Rate Scheme',
	operations: read({
		one: 'net rate scheme',
		several: 'net rate schemes',
		uid: 'netRateSchemeUid',
		field: netRateSchemeField,
		path: 'netRateSchemes',
	}),
	defaultOperation: 'getMany',
};
