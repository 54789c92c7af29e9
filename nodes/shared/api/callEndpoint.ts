import { choice, toggle } from '../../../core/fields/choice';
import { shownWhen, type Field, type Fields } from '../../../core/fields/field';
import { isNothing } from '../../../core/fields/given';
import { FIELDS_OR_JSON } from '../../../core/fields/json';
import { notifyFields } from '../../../core/fields/notify';
import { defineOperation, type Ending, type Operation } from '../../../core/operation/operation';
import type { Api } from './api';
import type { CallValues } from './callValues';
import { endpointAnswer } from './endpointAnswer';
import { answersWith, endpointField, hasInPath, isChosen } from './endpointField';
import { endpointRequest } from './endpointRequest';
import { jsonParametersField, parametersField } from './parametersField';

const checkParameters = toggle(
	{
		displayName: 'Check Parameters',
		description:
			'Whether to refuse what the endpoint is not known to take, before anything is sent. Switch it off for what Phrase has added since.',
	},
	true,
);

/** Calls any endpoint of a product. */
export function callEndpoint(api: Api, anyWork: Ending<CallValues>): Operation {
	const forWork = answersWith('work');
	return defineOperation(
		{
			name: 'Call',
			action: 'Make a custom API call',
			description: `Call any endpoint of ${api.name}: search it, and fill in what it takes`,
			fields: {
				endpoint: endpointField(api.product),
				parameterInput: shownWhen(isChosen, parameterInput),
				...pathFields(api),
				parameters: shownWhen({ ...isChosen, parameterInput: ['fields'] }, parametersField(api)),
				jsonParameters: shownWhen({ ...isChosen, parameterInput: ['json'] }, jsonParametersField(api)),
				notify: shownWhen(forWork, notifyFields.notify),
				triggerUrl: shownWhen(forWork, notifyFields.triggerUrl),
				callbackUrl: shownWhen(forWork, notifyFields.callbackUrl),
			},
			options: { checkParameters },
			outputVaries: true,
		},
		{
			request: (values, tools) => endpointRequest(api, values, tools),
			ends: endpointAnswer(api, anyWork),
		},
	);
}

const parameterInput: Field<'fields' | 'json'> = {
	...choice(
		{ displayName: 'Parameter Input', description: 'How to give the parameters' },
		FIELDS_OR_JSON,
		'fields',
	),
	defaultInTools: 'json',
};

/** The lists to choose from, each for endpoints that have its parameter in their path. */
function pathFields({ pathFields: fields }: Api): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [
			name,
			shownWhen({ parameterInput: ['fields'], ...hasInPath(name) }, withoutMark(field)),
		]),
	);
}

/**
 * n8n shows all of them when the endpoint comes from an expression, and must not insist on each. Which of them has to be
 * there, the endpoint tells.
 */
function withoutMark(field: Field<unknown>): Field<unknown> {
	const { required: _, ...property } = field.property;
	return {
		...field,
		property,
		check: async (raw, place) => (isNothing(idIn(raw)) ? '' : await field.check(raw, place)),
	};
}

/** What a resource locator holds. */
function idIn(raw: unknown): unknown {
	return typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
}
