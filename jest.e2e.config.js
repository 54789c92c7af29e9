/** The packed nodes in a real n8n. N8N_VERSION=1.123 runs the same tests in the oldest n8n supported. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/globalTeardown.ts',
	testTimeout: 180_000,
};
