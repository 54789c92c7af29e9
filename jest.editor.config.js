/** The nodes as people meet them: in n8n's editor, in a browser. Needs Chromium, see CONTRIBUTING.md. */
module.exports = {
	...require('./jest.e2e.config.js'),
	roots: ['<rootDir>/test/editor'],
	globalSetup: '<rootDir>/test/editor/globalSetup.ts',
	testTimeout: 300_000,
};
