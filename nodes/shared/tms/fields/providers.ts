import { choice } from '../../../../core/fields/choice';
import { shownWhen, type Values } from '../../../../core/fields/field';
import { group, rows } from '../../../../core/fields/rows';
import { user } from './user';
import { vendor } from './vendor';

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

/** The one who does the work that something is about; undefined when it is nobody. */
export const providerIfAny = (description: string) =>
	group({ displayName: 'Provider', row: 'Provider', addText: 'Add provider', description }, provider);

/** The providers as Phrase wants them. Source: schema ProviderReference. */
export function toProviders(chosen: Array<Values<typeof provider>> | undefined): object[] | undefined {
	return chosen?.map(toProvider);
}

/** One of them. */
export function toProvider({ type, userId, vendorId }: Values<typeof provider>): object {
	return { type, id: userId ?? vendorId };
}
