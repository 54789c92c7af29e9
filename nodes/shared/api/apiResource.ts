import type { Ending, Resource } from '../../../core/operation/operation';
import type { Api } from './api';
import { callEndpoint } from './callEndpoint';
import type { CallValues } from './callValues';
import { findEndpoint } from './findEndpoint';

/**
 * Every endpoint of a product, those without an operation of their own included.
 * @param anyWork has the fields by which users say how to wait for work
 */
export function apiResource(api: Api, anyWork: Ending<CallValues>): Resource {
	return {
		name: 'API',
		operations: { call: callEndpoint(api, anyWork), findEndpoint: findEndpoint(api) },
		defaultOperation: 'call',
	};
}
