import { isOutOfReach, isTestUrl } from '../../../core/callbacks/reach';

describe('isOutOfReach', () => {
	it.each([
		'localhost',
		'127.0.0.1',
		'[::1]',
		'10.1.2.3',
		'172.20.0.2',
		'192.168.1.10',
		'169.254.1.1',
		'100.64.0.1',
		'[fe80::1]',
		'[fd00::1]',
		'n8n',
		'n8n.local',
		'n8n.lan',
		'n8n.internal',
		'host.docker.internal',
		'n8n.home.arpa',
		'n8n.localhost.',
	])('knows that nobody on the internet reaches %s', (host) => {
		expect(isOutOfReach(host)).toBe(true);
	});

	it.each([
		'n8n.example.com',
		'8.8.8.8',
		'[2606:4700::1111]',
		'localhost.example.com',
		'internal.example.com',
	])('does not doubt %s', (host) => {
		expect(isOutOfReach(host)).toBe(false);
	});
});

describe('isTestUrl', () => {
	it('tells a test URL of n8n from a production URL', () => {
		expect(isTestUrl('https://n8n.example.com/webhook-test/1/webhook')).toBe(true);
		expect(isTestUrl('https://example.com/n8n/webhook-test/1')).toBe(true);
		expect(isTestUrl('https://n8n.example.com/webhook/webhook-test')).toBe(false);
	});
});
