import { RecentKeys } from '../../core/concurrency/recentKeys';
import { NodeMemories } from '../shared/trigger/memory';

/** What a process remembers of the event about all jobs. */
export const firedFor = new NodeMemories(() => ({
	/** What it has fired for. */
	fired: new RecentKeys({ limit: 1_000 }),
	/** What it fires for at the moment. */
	firing: new Set<string>(),
}));
