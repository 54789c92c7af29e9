/** What the README tells to do, done in a clean clone. Needs Chromium, see CONTRIBUTING.md. */
module.exports = {
	...require('./jest.config.js'),
	roots: ['<rootDir>/test/readme'],
	testPathIgnorePatterns: ['/node_modules/'],
	// Each test needs what the one before it has made.
	bail: 1,
	testTimeout: 900_000,
};
