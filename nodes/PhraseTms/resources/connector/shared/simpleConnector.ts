/** What the simplified version of a connector keeps; `localToken` is what a job's 'Remote File' asks for. */
export const SIMPLE_CONNECTOR = ['id', 'name', 'type', 'localToken', 'createdAt'] as const;
