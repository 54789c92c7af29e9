import { requiredId } from '../../../../core/fields/text';

/** The asynchronous request of an earlier step. */
export const asyncRequestId = () =>
	requiredId({
		displayName: 'Asynchronous Request ID',
		placeholder: 'e.g. 381708066',
		description: 'ID of the asynchronous request, as the operation that started it returned it',
	});
