import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/shipped';

/** What a script of the package needs of it, and what type checks and tests of an operation need. */
const PARTS = [
	'core',
	'credentials',
	'nodes',
	'sandbox',
	'scripts',
	'n8n',
	'stage',
	'bench',
	'catalogue',
	'test/support',
	'test/contract',
];
const FILES = ['package.json', 'tsconfig.json', 'jest.config.js', '.prettierrc'];

let copy: string;

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-'));
	for (const part of [...PARTS, ...FILES]) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (script: string, ...args: string[]): string =>
	execFileSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
		cwd: copy,
		encoding: 'utf8',
		stdio: 'pipe',
	});

const begin = (...args: string[]) => run('tsx/dist/cli.mjs', 'scripts/newOperation.ts', ...args);

it('begins an operation that compiles, is in the node, and has a test that passes', () => {
	expect(begin('getPartsWorkflowStep', 'job', 'getWorkflowStep')).toContain('npm run schemas');
	begin('deletesSegmentationRule', 'segmentationRule', 'delete');
	const source = readFileSync(
		join(copy, 'nodes/PhraseTms/resources/job/getWorkflowStep.operation.ts'),
		'utf8',
	);
	// As other operations have them, with their lists.
	expect(source).toContain('projectUid: project(),');
	expect(source).toContain('jobUid: job(),');
	expect(readFileSync(join(copy, 'nodes/PhraseTms/resources/job/index.ts'), 'utf8')).toContain(
		'getWorkflowStep,',
	);
	run('typescript/bin/tsc', '--noEmit', '--incremental', 'false');
	run('jest/bin/jest.js', 'test/contract/tms/job.getWorkflowStep.test.ts');
	// It checks the types of everything and loads n8n, as nothing else here does.
}, 300_000);

it.each([
	['an operation id that is none', ['getJobs', 'job', 'getAgain'], 'No endpoint has the operation id'],
	['an operation that is there', ['getPart', 'job', 'get'], 'is there already'],
	['no names', ['getPart'], 'Usage'],
])('refuses %s', (_what, args, words) => {
	expect(() => begin(...args)).toThrow(words);
});
