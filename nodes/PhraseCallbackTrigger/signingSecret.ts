import type { Credential } from '../../core/http/credential';
import { ParameterError } from '../../core/http/errors';

/**
 * Reads the secret that callback URLs must be signed with.
 * @throws ParameterError when the credential has none: going on would let everything in
 */
export async function signingSecret(credential: Credential): Promise<string> {
	const secret = await credential.signingSecret();
	if (secret !== undefined) return secret;
	throw new ParameterError(
		"The credential selected in 'Signed By' has no signing secret",
		"Fill in 'Callback Signing Secret' in the credential, with a long random text.",
	);
}
