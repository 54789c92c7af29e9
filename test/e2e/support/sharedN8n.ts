import { N8nClient, N8nSession, type N8nServer, type SessionState } from '../../../n8n';

/** The n8n of the suite, for the tear-down. */
export interface StartedN8n {
	server: N8nServer;
	/** Temporary folder with everything the run has written. */
	folder: string;
}

/** What tests need to know of it. */
export interface SharedN8n {
	/** Without a slash at the end. */
	url: string;
	logFile: string;
	session: SessionState;
	/** The packed nodes, for tests that start an n8n of their own. */
	tarball: string;
}

const VARIABLE = 'E2E_N8N';

/** Tells the tests, which do not share variables with the set-up, where n8n is. */
export function shareN8n(shared: SharedN8n): void {
	process.env[VARIABLE] = JSON.stringify(shared);
}

/** Where the n8n of the suite is. */
export function sharedN8n(): SharedN8n {
	return JSON.parse(process.env[VARIABLE] ?? '') as SharedN8n;
}

/** Drives the n8n of the suite. All tests share a session, because n8n limits how often somebody signs in. */
export function connect(): N8nClient {
	return new N8nClient(new N8nSession(sharedN8n().session));
}
