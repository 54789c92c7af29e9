import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';

/**
 * Reads the secret that callback URLs must be signed with.
 *
 * @returns undefined when the user lets unsigned callbacks in
 * @throws NodeOperationError when the chosen credential has no secret: going on would let everything in
 */
export async function signingSecret(
	context: IHookFunctions | IWebhookFunctions,
): Promise<string | undefined> {
	const signedBy = context.getNodeParameter('authentication') as string;
	if (signedBy === 'none') return undefined;
	const { callbackSigningSecret } = await context.getCredentials(signedBy);
	if (typeof callbackSigningSecret === 'string' && callbackSigningSecret !== '') return callbackSigningSecret;
	throw new NodeOperationError(
		context.getNode(),
		"The credential selected in 'Signed By' has no signing secret",
		{
			description: "Fill in 'Callback Signing Secret' in the credential, or let 'Signed By' be nobody.",
		},
	);
}
