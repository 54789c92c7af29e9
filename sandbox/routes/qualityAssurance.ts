import { ok, param, type Handlers } from '../http/call';
import type { Segment } from '../model/segment';

/**
 * Tag Quality Assurance: running it. A segment whose source has a digit that its target lacks gets a warning, and one
 * without a target another.
 */
export const qualityAssurance: Handlers = {
	runQaForJobPartV4: (call, { jobs }) => {
		const { maxQaWarningsCount = 100, warningTypes = [] } = call.body as {
			maxQaWarningsCount?: number;
			warningTypes?: string[];
		};
		const isWanted = (type: string) => warningTypes.length === 0 || warningTypes.includes(type);
		const { uid, segments } = jobs.byUid(param(call, 'jobUid'));
		const found = segments.flatMap((segment) => {
			const type = warningAbout(segment);
			if (type === undefined || !isWanted(type)) return [];
			const segmentId = `${uid}:${segment.id}`;
			const warnings = [{ id: `${segmentId}:1`, ignored: false, type }];
			return [{ segmentId, warnings, ignoredChecks: [] }];
		});
		const segmentWarnings = found.slice(0, maxQaWarningsCount);
		return ok({ segmentWarnings, finished: segmentWarnings.length === found.length });
	},
};

function warningAbout({ source, translation }: Segment): string | undefined {
	if (translation === '') return 'EmptyTranslation';
	const [wanted, found] = [source, translation].map((text) => text.replace(/\D/g, ''));
	return wanted === found ? undefined : 'MissingNumbersV3';
}
