import { createRequire } from 'node:module';
import { proxyFor, proxyHost } from '../../../core/http/proxies';

const NAMES = [
	'HTTP_PROXY',
	'HTTPS_PROXY',
	'ALL_PROXY',
	'NO_PROXY',
	'npm_config_proxy',
	'npm_config_https_proxy',
].flatMap((name) => [name, name.toLowerCase(), name.toUpperCase()]);
const before = NAMES.map((name) => [name, process.env[name]] as const);

/** n8n's own rule. */
const { getProxyForUrl } = createRequire(require.resolve('n8n-core'))('proxy-from-env') as {
	getProxyForUrl: (url: string) => string;
};

beforeEach(() => {
	for (const name of NAMES) Reflect.deleteProperty(process.env, name);
});

afterAll(() => {
	for (const [name, value] of before) {
		if (value === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = value;
	}
});

const TMS = 'https://cloud.memsource.com/web/api2';

it.each<[string, Record<string, string>, string, string | undefined]>([
	['no variable', {}, TMS, undefined],
	['https through HTTPS_PROXY', { HTTPS_PROXY: 'http://p:1' }, TMS, 'http://p:1'],
	['https not through HTTP_PROXY', { HTTP_PROXY: 'http://p:1' }, TMS, undefined],
	['http not through HTTPS_PROXY', { HTTPS_PROXY: 'http://p:1' }, 'http://sandbox:3000/web', undefined],
	['http through HTTP_PROXY', { HTTP_PROXY: 'http://p:1' }, 'http://sandbox:3000/web', 'http://p:1'],
	['both through ALL_PROXY', { ALL_PROXY: 'http://p:1' }, TMS, 'http://p:1'],
	['the nearer variable first', { ALL_PROXY: 'http://a:1', HTTPS_PROXY: 'http://p:1' }, TMS, 'http://p:1'],
	[
		'lower case first',
		{ HTTPS_PROXY: 'http://upper:1', https_proxy: 'http://lower:1' },
		TMS,
		'http://lower:1',
	],
	['an empty variable is none', { https_proxy: '', HTTPS_PROXY: 'http://p:1' }, TMS, 'http://p:1'],
	['the variables of npm', { npm_config_proxy: 'http://p:1' }, TMS, 'http://p:1'],
	[
		'the variable of npm before all',
		{ npm_config_https_proxy: 'http://n:1', HTTPS_PROXY: 'http://p:1' },
		TMS,
		'http://n:1',
	],
	['without a scheme, that of an https call', { HTTPS_PROXY: 'p:1' }, TMS, 'https://p:1'],
	['without a scheme, that of an http call', { HTTP_PROXY: 'p:1' }, 'http://sandbox:3000/', 'http://p:1'],
	['an exception', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'x.com, cloud.memsource.com' }, TMS, undefined],
	[
		'an exception of a whole domain',
		{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '.memsource.com' },
		TMS,
		undefined,
	],
	['an exception by a star', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*memsource.com' }, TMS, undefined],
	[
		'an exception in other letters',
		{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'CLOUD.Memsource.com' },
		TMS,
		undefined,
	],
	[
		'an exception with the port',
		{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'cloud.memsource.com:443' },
		TMS,
		undefined,
	],
	[
		'an exception for another port',
		{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'cloud.memsource.com:80' },
		TMS,
		'http://p:1',
	],
	[
		'an exception for the parent only',
		{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'memsource.com' },
		TMS,
		'http://p:1',
	],
	['an exception for all', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, TMS, undefined],
	['an IPv6 exception', { HTTP_PROXY: 'http://p:1', NO_PROXY: '[::1]' }, 'http://[::1]:3000/', undefined],
])('chooses a proxy as n8n does: %s', (_name, variables, url, expected) => {
	Object.assign(process.env, variables);
	expect(proxyFor(new URL(url))).toBe(expected);
	expect(getProxyForUrl(url) || undefined).toBe(expected);
});

it.each([
	['http://user:secret@proxy.example.com:3128/', 'proxy.example.com:3128'],
	['no address', 'that the environment names'],
])('shows no more of a proxy than its host: %s', (proxy, shown) => {
	expect(proxyHost(proxy)).toBe(shown);
});
