import { dateTime } from '../../../../../core/fields/dateTime';
import type { OptionalValues } from '../../../../../core/fields/field';
import { requiredText } from '../../../../../core/fields/text';
import { projectIfAny } from '../../../../shared/tms/fields/project';
import { sourceLang } from '../../../../shared/tms/fields/targetLangs';
import { user } from '../../../../shared/tms/fields/user';

/** One text that segments hold, and its language. Phrase takes two lists, whose entries belong together. */
export const exportQuery = {
	query: requiredText({ displayName: 'Query', description: 'The text, or a part of it' }),
	lang: sourceLang('Language'),
};

/** Which segments are exported. Source: schema ExportByQueryDto. */
export const exportFilters = {
	createdAtMin: dateTime({ displayName: 'Created After', description: 'Earliest time of creation' }),
	createdAtMax: dateTime({ displayName: 'Created Before', description: 'Latest time of creation' }),
	createdBy: user(),
	modifiedAtMin: dateTime({ displayName: 'Modified After', description: 'Earliest time of the last change' }),
	modifiedAtMax: dateTime({ displayName: 'Modified Before', description: 'Latest time of the last change' }),
	projectUid: projectIfAny('The project in which the segments were saved'),
};

/** The same, as Phrase takes it. */
export function toExportFilters({ createdBy, projectUid, ...times }: OptionalValues<typeof exportFilters>) {
	return { ...times, createdBy: { id: createdBy }, project: { uid: projectUid } };
}
