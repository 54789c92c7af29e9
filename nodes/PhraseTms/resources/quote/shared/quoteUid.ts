import { requiredId } from '../../../../../core/fields/text';

/** The quote an operation is about. */
export const quoteUid = () =>
	requiredId({
		displayName: 'Quote UID',
		placeholder: 'e.g. 5cXm9sRzUb1gPdWh6yJt93',
		description: 'UID of the quote, as Quote > Get Many gives it',
	});
