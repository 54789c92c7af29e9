import type { Resource } from '../../../../core/operation/operation';
import { domain as domainField } from '../../../shared/tms/fields/domain';
import { registered } from '../shared/registered';

/**
 * Fields that texts belong to, such as law or medicine.
 * Source: listDomains, GET /api2/v1/domains; createDomain, POST /api2/v1/domains; getDomain, GET
 * /api2/v1/domains/{domainUid}; updateDomain, PUT /api2/v1/domains/{domainUid}; deleteDomain, DELETE
 * /api2/v1/domains/{domainUid}.
 */
export const domain: Resource = {
	name: 'Domain',
	operations: registered({
		one: 'domain',
		several: 'domains',
		uid: 'domainUid',
		field: domainField,
		path: 'domains',
	}),
	defaultOperation: 'getMany',
};
