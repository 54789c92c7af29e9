/** Unit, sandbox, contract and integration tests: everything that needs no n8n process. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
	collectCoverageFrom: ['core/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
};
