/** Where the web pages of Phrase TMS are. */
export const WEB = '\\s*https?://[^/]+/web';

/**
 * A UID in an address, and what may follow it. Addresses of jobs that are open together hold several UIDs with hyphens,
 * and name no single job.
 */
export const UID = '([A-Za-z0-9_]+)(?:[/?#].*)?\\s*$';

/**
 * Address of a project's page.
 * @param web where the pages are, without a trailing slash
 */
export function projectPage(web: string, uid: string): string {
	return `${web}/project2/show/${uid}`;
}

/**
 * Address of a job in the editor of Phrase TMS.
 * @param web where the pages are, without a trailing slash
 */
export function jobPage(web: string, uid: string): string {
	return `${web}/job/${uid}/translate`;
}
