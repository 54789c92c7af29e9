import { toConnectionError } from '../../../core/http/connectionFailure';
import { LOOK_FIRST } from '../../../core/http/lookFirst';

const url = new URL('https://cloud.memsource.com/web/api2/v1/auth/whoAmI');
const HOST = 'cloud.memsource.com';

const failed = (code: string, message = 'socket') => Object.assign(new Error(message), { code });

describe('a connection that fails', () => {
	it.each([
		['ENOTFOUND', 'unreachable', `Could not find the host ${HOST}`, 'DNS'],
		['EAI_AGAIN', 'unreachable', `Could not find the host ${HOST}`, 'DNS'],
		['ECONNREFUSED', 'unreachable', `Could not connect to ${HOST}`, 'firewall'],
		['UND_ERR_CONNECT_TIMEOUT', 'unreachable', `Could not connect to ${HOST}`, 'firewall'],
		['UND_ERR_HEADERS_TIMEOUT', 'perhapsDone', `${HOST} stayed silent for too long`, 'Try again later'],
		['ETIMEDOUT', 'perhapsDone', `${HOST} stayed silent for too long`, 'Try again later'],
		['ECONNRESET', 'perhapsDone', `The connection to ${HOST} was lost`, 'Try again later'],
		['CERT_HAS_EXPIRED', 'unusable', `Could not trust the TLS connection to ${HOST}`, 'NODE_EXTRA_CA'],
		['EPROTO', 'unusable', `Could not trust the TLS connection to ${HOST}`, 'NODE_EXTRA_CA'],
		['UND_ERR_INVALID_ARG', 'parameter', `The call to ${HOST} holds characters`, 'line break'],
		['HPE_INVALID_VERSION', 'unusable', `${HOST} gave an answer that breaks the rules of HTTP`, 'proxy'],
		['UND_ERR_HEADERS_OVERFLOW', 'unusable', `${HOST} gave an answer that breaks the rules`, 'proxy'],
		['Z_DATA_ERROR', 'unusable', `Could not unpack the answer of ${HOST}`, 'changes answers'],
		['E_UNHEARD_OF', 'unusable', `Could not complete the call to ${HOST}`, 'network and proxy'],
	])('by %s says what to look at', (code, kind, message, advice) => {
		expect(toConnectionError(failed(code), url)).toMatchObject({
			kind,
			message: expect.stringContaining(message) as string,
			description: expect.stringMatching(new RegExp(`${advice}.* \\[${code}\\]$`)) as string,
		});
	});

	it('is told by what lies inside', () => {
		const inside = new TypeError('fetch failed', {
			cause: new Error('other side', { cause: failed('EPIPE') }),
		});
		expect(toConnectionError(inside, url).description).toMatch(/\[EPIPE\]$/);
	});

	it.each([undefined, null, 'text', {}])('may say nothing at all: %p', (error) => {
		expect(toConnectionError(error, url)).toMatchObject({
			kind: 'unusable',
			message: `Could not complete the call to ${HOST}`,
			description: expect.stringMatching(/n8n\.$/) as string,
		});
	});

	it.each([
		['ECONNRESET', true],
		['UND_ERR_BODY_TIMEOUT', true],
		['HPE_INVALID_VERSION', true],
		['ECONNREFUSED', false],
		['CERT_HAS_EXPIRED', false],
	])('by %s in a call that creates: look in Phrase first is %p', (code, look) => {
		expect(toConnectionError(failed(code), url, 'refused').description?.includes(LOOK_FIRST)).toBe(look);
	});
});

describe('behind a proxy', () => {
	beforeEach(() => {
		jest.replaceProperty(process, 'env', { HTTPS_PROXY: 'https://user:secret@proxy.example.com:3128' });
	});

	afterEach(() => jest.restoreAllMocks());

	it.each([
		['ECONNREFUSED', 'Could not reach the proxy proxy.example.com:3128, through which calls to'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'The proxy proxy.example.com:3128 does not speak TLS'],
	])('%s names the proxy, and not its password', (code, message) => {
		const error = toConnectionError(failed(code), url);
		expect(error.message).toContain(message);
		expect(JSON.stringify(error.details)).not.toContain('secret');
	});

	it.each([
		[407, 'local', 'It asks for a user name and password'],
		[403, 'local', 'Ask who runs the proxy to allow this host'],
		[429, 'unreachable', 'Ask who runs the proxy'],
		[502, 'unreachable', 'Try again later'],
	])('its refusal with HTTP %i is told apart from Phrase', (status, kind, advice) => {
		const refused = failed('UND_ERR_ABORTED', `Proxy response (${status}) !== 200 when HTTP Tunneling`);
		expect(toConnectionError(refused, url)).toMatchObject({
			kind,
			message: `The proxy proxy.example.com:3128 does not let calls to ${HOST} through (HTTP ${status})`,
			description: expect.stringContaining(advice) as string,
		});
	});
});
