import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

/** A home of its own for each test process: n8n-core reads these when it is loaded, so this module comes first. */
export const home = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-test-'));
const remove = () => rmSync(home, { recursive: true, force: true });
// jest gives test files a process that never exits; benchmarks run without jest.
if ('afterAll' in globalThis) afterAll(remove);
else process.once('exit', remove);

process.env.N8N_USER_FOLDER = home;
process.env.N8N_DEFAULT_BINARY_DATA_MODE = 'filesystem';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
