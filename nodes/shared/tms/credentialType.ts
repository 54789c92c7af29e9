import type { INodeCredentialDescription } from 'n8n-workflow';

/** The credential types that the Phrase TMS node can sign in with. */
export type TmsCredentialType = 'phraseTmsApi' | 'phraseTmsOAuth2Api';

/**
 * The credential type that the parameter 'Authentication' names.
 * @param authentication value of the parameter; anything unknown means the default
 */
export function tmsCredentialType(authentication: unknown): TmsCredentialType {
	return authentication === 'phraseTmsOAuth2Api' ? 'phraseTmsOAuth2Api' : 'phraseTmsApi';
}

/** The credentials of a node, of which the parameter 'Authentication' chooses one. */
export const tmsCredentials: INodeCredentialDescription[] = ['phraseTmsApi', 'phraseTmsOAuth2Api'].map(
	(name) => ({ name, required: true, displayOptions: { show: { authentication: [name] } } }),
);
