import { choice } from '../../../../../core/fields/choice';
import { shownWhen, type Values } from '../../../../../core/fields/field';
import { rows } from '../../../../../core/fields/rows';
import { user } from '../../../../shared/tms/fields/user';
import { vendor } from '../../../../shared/tms/fields/vendor';

const provider = {
	type: choice(
		{ displayName: 'Provider Type', description: 'Who does the work' },
		[
			{ name: 'User', value: 'USER' },
			{ name: 'Vendor', value: 'VENDOR' },
		],
		'USER',
	),
	userId: shownWhen({ type: ['USER'] }, user()),
	vendorId: shownWhen({ type: ['VENDOR'] }, vendor()),
};

/** Who is to do the work of a job, in place of those who do it now. */
export const providers = rows(
	{
		displayName: 'Providers',
		row: 'Provider',
		addText: 'Add provider',
		description: 'Who does the work, in place of those who are assigned now',
	},
	provider,
);

/** The providers as Phrase wants them. Source: schema ProviderReference. */
export function toProviders(chosen: Array<Values<typeof provider>> | undefined): object[] | undefined {
	return chosen?.map(({ type, userId, vendorId }) => ({ type, id: userId ?? vendorId }));
}
