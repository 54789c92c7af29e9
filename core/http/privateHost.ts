import { BlockList, isIP } from 'node:net';

/**
 * Addresses that lead back to the machine, or nowhere outside the network they are used in. Link-local ones are not
 * among them: clouds keep secrets there.
 */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('0.0.0.0', 8);
PRIVATE.addSubnet('10.0.0.0', 8);
PRIVATE.addSubnet('127.0.0.0', 8);
PRIVATE.addSubnet('172.16.0.0', 12);
PRIVATE.addSubnet('192.168.0.0', 16);
PRIVATE.addSubnet('::', 127, 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

/**
 * What Docker and Podman call the machine that a container runs on. Other names in `.internal` are not among them:
 * clouds keep secrets there, too.
 */
const CONTAINER_HOSTS = new Set(['host.docker.internal', 'host.containers.internal']);

/**
 * Whether a host is out of reach from the internet by its name alone: loopback, private networks, and names that only
 * resolve inside one, such as a Docker service name. No name is looked up.
 *
 * @param hostname as in a `URL`: an IPv6 address may stand in brackets
 */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '')
		.toLowerCase();
	const version = isIP(host);
	if (version !== 0) return PRIVATE.check(host, version === 4 ? 'ipv4' : 'ipv6');
	return (
		!host.includes('.') || host.endsWith('.local') || host.endsWith('.localhost') || CONTAINER_HOSTS.has(host)
	);
}
