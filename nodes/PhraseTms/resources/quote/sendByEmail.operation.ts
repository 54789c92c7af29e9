import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { idList } from '../../../../core/fields/list';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Sends quotes by email to whom they are for. Source: emailQuotes, POST /api2/v1/quotes/email. */
export const sendByEmail = defineOperation(
	{
		name: 'Send by Email',
		action: 'Send quotes by email',
		description: 'Have Phrase send quotes to the people they are for',
		fields: {
			...fromInput({
				quoteUids: {
					...idList(
						{
							displayName: 'Quote UIDs',
							description: 'UIDs of the quotes: one, several with commas or blanks, or a list by expression',
						},
						{ min: 1 },
					),
					inputMember: ['quoteUids', 'quoteUid'],
				},
			}),
			subject: requiredText({ displayName: 'Subject', description: 'Subject of the email' }),
			body: requiredText({ displayName: 'Body', description: 'Text of the email' }),
		},
		options: {
			bcc: optionalText({ displayName: 'BCC', description: 'Addresses that get a hidden copy' }),
			cc: optionalText({ displayName: 'CC', description: 'Addresses that get a copy' }),
		},
	},
	{
		request: ({ quoteUids, subject, body, options: { cc, bcc } }) =>
			POST`/api2/v1/quotes/email`
				.repeatable('refused')
				.json({ quotes: quoteUids.map((uid) => ({ uid })), subject, body, cc, bcc }),
		ends: one({ add: ({ quoteUids }) => ({ quoteUids }) }),
	},
);
