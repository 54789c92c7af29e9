import type { Resource } from '../../../../core/operation/operation';
import { costCenter as costCenterField } from '../../../shared/tms/fields/costCenter';
import { registered } from '../shared/registered';

/**
 * What projects are charged to.
 * Source: listCostCenters, GET /api2/v1/costCenters; createCostCenter, POST /api2/v1/costCenters; getCostCenter,
 * GET /api2/v1/costCenters/{costCenterUid}; updateCostCenter, PUT /api2/v1/costCenters/{costCenterUid};
 * deleteCostCenter, DELETE /api2/v1/costCenters/{costCenterUid}.
 */
export const costCenter: Resource = {
	name: 'Cost Center',
	operations: registered({
		one: 'cost center',
		several: 'cost centers',
		uid: 'costCenterUid',
		field: costCenterField,
		path: 'costCenters',
	}),
	defaultOperation: 'getMany',
};
