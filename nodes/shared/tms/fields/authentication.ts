import { choice } from '../../../../core/fields/choice';

/** How a node signs in to Phrase TMS. */
export const authentication = (description: string) =>
	choice(
		{ displayName: 'Authentication', description },
		[
			{ name: 'API Token or Password', value: 'phraseTmsApi' },
			{ name: 'OAuth2', value: 'phraseTmsOAuth2Api' },
		],
		'phraseTmsApi',
	);
