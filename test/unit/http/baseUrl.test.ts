import { platformBaseUrl, productBaseUrl } from '../../../core/http/baseUrl';

const custom = (tmsUrl: string) => productBaseUrl({ region: 'custom', tmsUrl }, 'tms');

describe('the base URL of a credential', () => {
	it.each([
		['eu', 'https://cloud.memsource.com/web', 'https://eu.phrase.com/smt/api', 'https://eu.phrase.com/idm'],
		[
			'us',
			'https://us.cloud.memsource.com/web',
			'https://us.phrase.com/smt/api',
			'https://us.phrase.com/idm',
		],
	])('is known for the region %s', (region, tms, languageAi, platform) => {
		expect(productBaseUrl({ region }, 'tms')).toBe(tms);
		expect(productBaseUrl({ region }, 'languageAi')).toBe(languageAi);
		expect(platformBaseUrl({ region })).toBe(platform);
	});

	it.each([
		['https://tms.example.com/web', 'https://tms.example.com/web'],
		[' https://tms.example.com/web// ', 'https://tms.example.com/web'],
		['https://tms.example.com', 'https://tms.example.com'],
		['https://tms.example.com:8443/', 'https://tms.example.com:8443'],
		['http://localhost:4010/web', 'http://localhost:4010/web'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
		['http://0.0.0.0:4010', 'http://0.0.0.0:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
		['http://[::ffff:127.0.0.1]:4010', 'http://[::ffff:7f00:1]:4010'],
		['http://10.1.2.3/web', 'http://10.1.2.3/web'],
		['http://172.16.0.9', 'http://172.16.0.9'],
		['http://172.31.255.1', 'http://172.31.255.1'],
		['http://192.168.1.2', 'http://192.168.1.2'],
		['http://[fd00::1]', 'http://[fd00::1]'],
		['http://phrase-sandbox:4010', 'http://phrase-sandbox:4010'],
		['http://phrase.local', 'http://phrase.local'],
		['http://phrase.localhost', 'http://phrase.localhost'],
		['http://host.docker.internal:8088/web', 'http://host.docker.internal:8088/web'],
		['http://host.containers.internal:8088/web', 'http://host.containers.internal:8088/web'],
	])('accepts %s', (given, used) => {
		expect(custom(given)).toBe(used);
	});

	it.each([
		['', /is empty/],
		['cloud.memsource.com/web', /not a web address/],
		['ftp://cloud.memsource.com', /not a web address/],
		['javascript:alert(1)', /not a web address/],
		['https://user:secret@cloud.memsource.com', /user name or password/],
		['https://cloud.memsource.com/web?token=1', /query/],
		['https://cloud.memsource.com/web#top', /fragment/],
		['http://cloud.memsource.com/web', /must start with https/],
		['http://172.32.0.1', /must start with https/],
		['http://11.0.0.1', /must start with https/],
		['http://169.254.169.254', /must start with https/],
		['http://[2001:db8::1]', /must start with https/],
		['http://[fe80::1]', /must start with https/],
		['http://[::ffff:8.8.8.8]', /must start with https/],
		['http://10.0.0.1.evil.example', /must start with https/],
		['http://host.docker.internal.evil.example', /must start with https/],
		['http://metadata.google.internal', /must start with https/],
		// The number is 8.8.8.8 in another notation.
		['http://134744072', /must start with https/],
	])('refuses %s', (given, why) => {
		expect(() => custom(given)).toThrow(why);
	});

	it('refuses a region that it does not know', () => {
		expect(() => productBaseUrl({ region: 'mars' }, 'tms')).toThrow(/mars/);
	});

	it('does not repeat a password that was typed into a URL', () => {
		expect(() => custom('https://user:hunter2@cloud.memsource.com')).not.toThrow(/hunter2/);
	});
});
