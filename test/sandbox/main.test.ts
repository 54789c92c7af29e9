import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from './client';

const ROOT = join(__dirname, '..', '..');

/** Starts the program as `npm run sandbox` does. */
function start(...args: string[]) {
	return spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args], { cwd: ROOT });
}

describe('npm run sandbox', () => {
	it('prints URLs and credentials, serves, and stops when it is told to', async () => {
		const directory = await mkdtemp(join(tmpdir(), 'sandbox-main-'));
		const infoFile = join(directory, 'info.json');
		const program = start('--port', '0', '--times', 'real', '--info-file', infoFile);
		try {
			const [output] = (await once(program.stdout, 'data')) as [Buffer];
			expect(output.toString()).toMatch(/TMS +http:\/\/127\.0\.0\.1:\d+\/web\n/);
			expect(output.toString()).toContain('sandbox-platform-token-tms');
			const info = JSON.parse(await readFile(infoFile, 'utf8')) as { url: string };
			const config = await call('GET', `${info.url}/_sandbox/config`);
			expect(JSON.parse(config.text)).toMatchObject({
				callbackScheduleMs: expect.arrayContaining([120_000]),
			});
		} finally {
			program.kill('SIGTERM');
			expect(await once(program, 'exit')).toEqual([0, null]);
			await rm(directory, { recursive: true });
		}
	}, 30_000);

	it('listens where it is told to, for containers', async () => {
		const program = start('--port', '0', '--host', '0.0.0.0');
		try {
			const [output] = (await once(program.stdout, 'data')) as [Buffer];
			const port = /TMS +http:\/\/127\.0\.0\.1:(\d+)\/web\n/.exec(output.toString())?.[1];
			const addresses = Object.values(networkInterfaces())
				.flatMap((of) => of ?? [])
				.filter(({ family }) => family === 'IPv4');
			expect(addresses.length).toBeGreaterThan(0);
			for (const { address } of addresses) {
				expect((await call('GET', `http://${address}:${port}/_sandbox/seed`)).status).toBe(200);
			}
		} finally {
			program.kill('SIGTERM');
			await once(program, 'exit');
		}
	}, 30_000);

	it('says what is wrong with its arguments', async () => {
		const program = start('--times', 'slow');
		const [output] = (await once(program.stderr, 'data')) as [Buffer];
		expect(output.toString()).toContain('--times must be fast or real, not slow');
		expect(await once(program, 'exit')).toEqual([1, null]);
	}, 30_000);
});
