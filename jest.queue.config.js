/** The packed nodes in a real n8n in queue mode. Needs Redis and PostgreSQL, see CONTRIBUTING.md. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/queue'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/queue/globalSetup.ts',
	globalTeardown: '<rootDir>/test/queue/globalTeardown.ts',
	testTimeout: 300_000,
};
