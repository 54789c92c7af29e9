/** The ports that a web address stands for when it names none. */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * The proxy that a call goes through, by n8n's own rule, so that a node of ours gets through where n8n's do.
 * Each scheme has its own variable, and `ALL_PROXY` stands in for both. What `NO_PROXY` names goes without. A
 * proxy without a scheme has that of the call. n8n changes `NO_PROXY` while it runs.
 * Source: `getProxyForUrl` of proxy-from-env 1.1, which n8n 1.123 and 2.41 ask.
 *
 * @returns its address as the variable says it, which may hold a password; undefined when the call goes directly
 */
export function proxyFor(url: URL): string | undefined {
	const scheme = url.protocol.replace(':', '');
	if (isExcepted(url)) return undefined;
	const proxy =
		variable(`npm_config_${scheme}_proxy`) ??
		variable(`${scheme}_proxy`) ??
		variable('npm_config_proxy') ??
		variable('all_proxy');
	return proxy === undefined || proxy.includes('://') ? proxy : `${scheme}://${proxy}`;
}

/** The host and port of a proxy, which may be shown. */
export function proxyHost(proxy: string): string {
	return URL.canParse(proxy) ? new URL(proxy).host : 'that the environment names';
}

function isExcepted({ protocol, hostname, port }: URL): boolean {
	const exceptions = (variable('npm_config_no_proxy') ?? variable('no_proxy') ?? '').toLowerCase();
	if (exceptions === '*') return true;
	const portOfUrl = port || DEFAULT_PORTS[protocol];
	return exceptions
		.split(/[,\s]/)
		.filter((exception) => exception !== '')
		.some((exception) => {
			const [, host = exception, onPort] = /^(.+):(\d+)$/.exec(exception) ?? [];
			if (onPort !== undefined && Number(onPort) !== Number(portOfUrl)) return false;
			return /^[.*]/.test(host) ? hostname.endsWith(host.replace(/^\*/, '')) : hostname === host;
		});
}

function variable(name: string): string | undefined {
	return process.env[name.toLowerCase()] || process.env[name.toUpperCase()] || undefined;
}
