/** Where the web pages of Phrase TMS are. */
export const WEB = '\\s*https?://[^/]+/web';

/**
 * A UID in an address, and what may follow it. Addresses of jobs that are open together hold several UIDs with hyphens,
 * and name no single job.
 */
export const UID = '([A-Za-z0-9_]+)(?:[/?#].*)?\\s*$';
