import type { Resource } from '../../../../core/operation/operation';
import { businessUnit as businessUnitField } from '../../../shared/tms/fields/businessUnit';
import { registered } from '../shared/registered';

/**
 * Parts of the own organization.
 * Source: listBusinessUnits, GET /api2/v1/businessUnits; createBusinessUnit, POST /api2/v1/businessUnits;
 * getBusinessUnit, GET /api2/v1/businessUnits/{businessUnitUid}; updateBusinessUnit, PUT
 * /api2/v1/businessUnits/{businessUnitUid}; deleteBusinessUnit, DELETE /api2/v1/businessUnits/{businessUnitUid}.
 */
export const businessUnit: Resource = {
	name: 'Business Unit',
	operations: registered({
		one: 'business unit',
		several: 'business units',
		uid: 'businessUnitUid',
		field: businessUnitField,
		path: 'businessUnits',
	}),
	defaultOperation: 'getMany',
};
