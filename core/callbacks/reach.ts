import { BlockList, isIP } from 'node:net';
import { isPrivateHost } from '../http/privateHost';

/** Addresses that lead nowhere outside the network they are used in, besides those of private networks. */
const LOCAL = new BlockList();
LOCAL.addSubnet('100.64.0.0', 10);
LOCAL.addSubnet('169.254.0.0', 16);
LOCAL.addSubnet('fe80::', 10, 'ipv6');

/** Ends of names that resolve inside a network only. */
const LOCAL_NAME = /\.(?:internal|lan|home\.arpa|test)\.?$/i;

/** The path of a URL at which n8n takes calls while somebody listens in the editor. */
const TEST_PATH = '/webhook-test/';

/**
 * Whether a host is out of reach from the internet, as far as its name tells. No name is looked up. A Phrase on such a
 * host (the sandbox, for one) can call others there.
 *
 * @param hostname as in a `URL`
 */
export function isOutOfReach(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, '');
	const version = isIP(host);
	if (version !== 0 && LOCAL.check(host, version === 4 ? 'ipv4' : 'ipv6')) return true;
	return isPrivateHost(hostname) || LOCAL_NAME.test(host);
}

/**
 * Whether a URL of n8n takes calls only while somebody listens for them.
 * @param url absolute
 */
export function isTestUrl(url: string): boolean {
	return new URL(url).pathname.includes(TEST_PATH);
}
