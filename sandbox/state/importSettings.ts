import { notFound } from '../errors';
import type { ImportSettings } from '../model/importSettings';

/** The saved import settings of the organization. The first ones are those that count when none are chosen. */
export class SavedImportSettings {
	constructor(readonly all: ImportSettings[]) {}

	/** @throws ApiError 404 */
	get(uid: string): ImportSettings {
		const settings = this.all.find((candidate) => candidate.uid === uid);
		if (!settings) throw notFound('Import settings', uid);
		return settings;
	}

	/** @throws ApiError 404 when there are none */
	default(): ImportSettings {
		const [first] = this.all;
		if (!first) throw notFound('Import settings', 'default');
		return first;
	}
}
