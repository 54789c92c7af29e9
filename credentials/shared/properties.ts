import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialTestRequest,
	INodeProperties,
} from 'n8n-workflow';
import { REGIONS } from '../../core/http/baseUrl';
import type { Product } from '../../core/http/client.types';

type UrlProperty = 'tmsUrl' | 'platformUrl' | 'languageAiUrl';

const CUSTOM_URLS: Record<UrlProperty, INodeProperties> = {
	tmsUrl: {
		displayName: 'TMS URL',
		name: 'tmsUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://cloud.memsource.com/web',
		description: "Base URL of Phrase TMS, without '/api2'",
		required: true,
		displayOptions: { show: { region: ['custom'] } },
	},
	platformUrl: {
		displayName: 'Platform URL',
		name: 'platformUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://eu.phrase.com/idm',
		description: "Base URL of the Phrase Platform, which exchanges tokens, without '/oauth'",
		required: true,
		displayOptions: { show: { region: ['custom'], authType: ['platformToken'] } },
	},
	languageAiUrl: {
		displayName: 'Language AI URL',
		name: 'languageAiUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://eu.phrase.com/smt/api',
		description: "Base URL of Phrase Language AI, without '/v1'",
		required: true,
		displayOptions: { show: { region: ['custom'] } },
	},
};

/**
 * The choice of the data centre, with the base URLs to fill in when it is a custom one.
 * @param urls the base URLs that the credential needs
 */
export function region(urls: UrlProperty[]): INodeProperties[] {
	return [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'EU (eu.phrase.com)', value: 'eu', description: 'TMS is at cloud.memsource.com' },
				{ name: 'US (us.phrase.com)', value: 'us', description: 'TMS is at us.cloud.memsource.com' },
				{ name: 'Custom', value: 'custom', description: 'A Phrase of your own, or a test server' },
			],
			default: 'eu',
			description: 'Where you sign in to Phrase: the address in your browser says it',
		},
		...urls.map((url) => CUSTOM_URLS[url]),
	];
}

/** Signs the callback URLs that the nodes give to Phrase, so that Phrase Callback Trigger can tell real calls from forged ones. */
export const callbackSigningSecret: INodeProperties = {
	displayName: 'Callback Signing Secret',
	name: 'callbackSigningSecret',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		'Any long random text. The nodes sign callback URLs with it, and Phrase Callback Trigger refuses calls whose signature does not match.',
};

/**
 * Stays empty. n8n lets a credential sign in only when it has such a property, and as often as it finds it
 * empty. A token stored in it would outlive the secret it came from.
 */
export const sessionToken: INodeProperties = {
	displayName: 'Session Token',
	name: 'sessionToken',
	type: 'hidden',
	typeOptions: { expirable: true, password: true },
	default: '',
};

/**
 * An n8n expression for a product's base URL, for the places where n8n takes no code.
 * @param product the product
 * @param path what follows the base URL
 * @param source how the expression names the credential: `$self` among its own properties
 */
export function urlExpression(
	product: Product,
	path = '',
	source: '$credentials' | '$self' = '$credentials',
): string {
	const custom = `${source}["${product === 'tms' ? 'tmsUrl' : 'languageAiUrl'}"].trim().replace(/\\/+$/, "")`;
	const { eu, us } = REGIONS;
	return (
		`={{ (${source}["region"] === "custom" ? ${custom} ` +
		`: ${source}["region"] === "us" ? "${us[product]}" : "${eu[product]}") + "${path}" }}`
	);
}

/**
 * What n8n shows when the test of a credential is answered with another status than 200, or by something else
 * than Phrase.
 * @param product the product's name for the user
 * @param member a member that the right answer has
 */
export function testRules(product: string, member: string): ICredentialTestRequest['rules'] {
	const wrongHost = `The address answers, but not as ${product} does. Check the region or the custom URL.`;
	const unavailable = `${product} is not available at the moment, so n8n could not check the credential. Try again later.`;
	const messages: Record<number, string> = {
		301: wrongHost,
		302: wrongHost,
		303: wrongHost,
		307: wrongHost,
		308: wrongHost,
		400: `${product} did not accept the request. Check the region or the custom URL.`,
		401: `${product} did not accept the token. Check the secret, the region, and that the token is for ${product}.`,
		403: `${product} knows the user but does not allow access. Check the user's role and the organization's access rules.`,
		404: wrongHost,
		405: wrongHost,
		429: `${product} receives too many requests. Try again later.`,
		500: unavailable,
		502: unavailable,
		503: unavailable,
		504: unavailable,
	};
	const byStatus = Object.entries(messages).map(([status, message]): IAuthenticateRuleResponseCode => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	}));
	const byBody: IAuthenticateRuleResponseSuccessBody = {
		type: 'responseSuccessBody',
		properties: { key: member, value: undefined, message: wrongHost },
	};
	// n8n tells the two kinds apart at each rule, but its type asks for one kind per list.
	return [...byStatus, byBody] as IAuthenticateRuleResponseCode[];
}
