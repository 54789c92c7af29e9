import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

import { Credential } from '../../core/http/credential';

/**
 * Reads the secret that callback URLs must be signed with.
 *
 * @returns undefined when the user lets unsigned callbacks in
 * @throws NodeOperationError when the chosen credential has no secret: going on would let everything in
 */
export async function signingSecret(
	context: IHookFunctions | IWebhookFunctions,
): Promise<string | undefined> {
	const signedBy = context.getNodeParameter('signedBy') as string;
	if (signedBy === 'none') return undefined;
	const secret = await new Credential(context, signedBy).signingSecret();
	if (secret !== undefined) return secret;
	throw new NodeOperationError(
		context.getNode(),
		"The credential selected in 'Signed By' has no signing secret",
		{
			description: "Fill in 'Callback Signing Secret' in the credential, or let 'Signed By' be nobody.",
		},
	);
}
