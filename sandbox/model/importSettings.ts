import { MANAGER } from './user';

/** Reusable import settings. */
export interface ImportSettings {
	uid: string;
	name: string;
	dateCreated: Date;
	fileImportSettings: Record<string, Record<string, unknown>>;
}

/** Import settings as their list shows them. */
export function presentImportSettingsReference({
	uid,
	name,
	dateCreated,
}: ImportSettings): Record<string, unknown> {
	return { uid, name, createdBy: MANAGER, dateCreated: dateCreated.toISOString() };
}

/** Import settings with all they say (`ImportSettingsDto`). */
export function presentImportSettings(settings: ImportSettings): Record<string, unknown> {
	return { ...presentImportSettingsReference(settings), fileImportSettings: settings.fileImportSettings };
}
