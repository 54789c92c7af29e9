import { z } from 'zod/v4';
import { field, shownWhen } from './field';

/** 'Return All', as n8n has it everywhere. */
export const returnAll = field(
	{
		displayName: 'Return All',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	z.boolean(),
);

/** 'Limit', shown when not everything is wanted. */
export const limit = shownWhen(
	{ returnAll: [false] },
	field(
		{
			displayName: 'Limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
		z.coerce.number().int().min(1),
	),
);
