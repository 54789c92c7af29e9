import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

/** A home of its own for each test process: n8n-core reads these when it is loaded, so this module comes first. */
export const home = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-test-'));
process.env.N8N_USER_FOLDER = home;
process.env.N8N_DEFAULT_BINARY_DATA_MODE = 'filesystem';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
