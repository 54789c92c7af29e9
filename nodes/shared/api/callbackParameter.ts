import { catalogueOf } from '../../../core/catalogue/catalogue';
import { parametersOf, type Parameter } from '../../../core/catalogue/parameters';
import { callbackTarget, type CallbackTarget } from '../../../core/fields/notify';
import { wantsSleep } from '../../../core/fields/whileWaiting';
import { ParameterError } from '../../../core/http/errors';
import type { RequestTools } from '../../../core/operation/operation';
import type { Api } from './api';
import { idsOf, type Assigned, type Called } from './called';
import type { CallValues } from './callValues';
import { loose } from './checkedParameters';

/** Parameter that holds the URL which Phrase calls when the work has ended. */
const NAME = 'callbackUrl';

/**
 * The parameter that has Phrase tell somebody, or wake this execution, where the user wants that.
 * @throws ParameterError when the endpoint takes none, or the user gave one already
 */
export function callbackParameter(
	api: Api,
	called: Called,
	values: CallValues,
	tools: RequestTools,
): Assigned[] {
	const target = callbackTarget(values);
	if (!isWanted(target) || (wantsSleep(values) && !canWake(api, called))) return [];
	if (called.assigned.some(({ parameter }) => parameter.name === NAME)) {
		throw new ParameterError(
			`'${target.parameter}' and the parameter '${NAME}' exclude each other: give one of them`,
		);
	}
	const parameter = parameterOf(api, called);
	if (parameter === undefined) {
		throw new ParameterError(
			"'Notify': Phrase calls nobody back about this endpoint",
			"Choose 'Nobody', and let the node wait.",
		);
	}
	const value = tools.callbackUrl(target, { ...idsOf(called), kind: api.work(called).kind });
	return value === undefined ? [] : [{ parameter, value }];
}

/** Whether Phrase can wake the execution about what the call starts. */
export function canWake(api: Api, called: Called): boolean {
	return api.work(called).wakes && parameterOf(api, called) !== undefined;
}

function isWanted({ url, thisExecution }: CallbackTarget): boolean {
	return url !== undefined || thisExecution;
}

function parameterOf({ product }: Api, { chosen }: Called): Parameter | undefined {
	const known = parametersOf(chosen.endpoint, catalogueOf(product)).find(({ name }) => name === NAME);
	return known ?? (chosen.isKnown ? undefined : loose(chosen, NAME));
}
