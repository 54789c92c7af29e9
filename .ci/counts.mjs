/**
 * Prints how many tests of a jest report passed and failed, as `12 0`.
 * A suite that could not run counts as a failure, and so do a test that was left out, and jest itself
 * when it ended badly for another reason.
 *
 * Usage: node .ci/counts.mjs <report> <exit code of jest>
 */
import { readFileSync } from 'node:fs';

const [report, exitCode] = process.argv.slice(2);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
	JSON.parse(readFileSync(report, 'utf8'));
const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
process.stdout.write(`${numPassedTests} ${failed === 0 && exitCode !== '0' ? 1 : failed}\n`);
