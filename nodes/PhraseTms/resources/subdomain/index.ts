import type { Resource } from '../../../../core/operation/operation';
import { subdomain as subdomainField } from '../../../shared/tms/fields/subdomain';
import { registered } from '../shared/registered';

/**
 * Parts of a domain.
 * Source: listSubDomains, GET /api2/v1/subDomains; createSubDomain, POST /api2/v1/subDomains; getSubDomain, GET
 * /api2/v1/subDomains/{subDomainUid}; updateSubDomain, PUT /api2/v1/subDomains/{subDomainUid}; deleteSubDomain,
 * DELETE /api2/v1/subDomains/{subDomainUid}.
 */
export const subdomain: Resource = {
	name: 'Subdomain',
	operations: registered({
		one: 'subdomain',
		several: 'subdomains',
		uid: 'subDomainUid',
		field: subdomainField,
		path: 'subDomains',
	}),
	defaultOperation: 'getMany',
};
