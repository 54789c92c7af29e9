/** Unit, sandbox, contract and integration tests: everything that needs no n8n process. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/e2e/',
		'<rootDir>/test/queue/',
		'<rootDir>/test/editor/',
		'<rootDir>/test/readme/',
	],
	// Most of a test file's time is loading n8n, and waiting: all cores of the machine, where jest would leave one idle.
	maxWorkers: '100%',
	// Only ends what hangs: a busy machine may take its time for anything.
	testTimeout: 60_000,
	transform: {
		'^.+\\.[jt]s$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// The library that draws comes as an ES module, which jest does not load before Node 24.9.
	transformIgnorePatterns: ['/node_modules/(?!@hpcc-js/)'],
	collectCoverageFrom: ['core/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text-summary', 'json-summary', 'html'],
	coverageDirectory: 'reports/coverage',
	coverageThreshold: {
		'./core/': { lines: 98, branches: 92 },
		'./nodes/': { lines: 97, branches: 90 },
	},
};
