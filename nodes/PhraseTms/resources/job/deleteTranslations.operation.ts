import { inBatches } from '../../../../core/endings/inBatches';
import { choice, requiredChoice } from '../../../../core/fields/choice';
import { shownWhen } from '../../../../core/fields/field';
import { fromInput } from '../../../../core/fields/fromInput';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { jobUids } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

const CHOSEN = { segments: ['chosen'] };

/**
 * Empties the targets of segments.
 * Source: deleteAllTranslations, DELETE /api2/v1/projects/{projectUid}/jobs/translations;
 * deleteAllTranslationsV2, DELETE /api2/v2/projects/{projectUid}/jobs/translations; up to 100 jobs at once.
 */
export const deleteTranslations = defineOperation(
	{
		name: 'Delete Translations',
		action: 'Delete translations of jobs',
		description: 'Remove the translations in jobs, of all segments or of some; the jobs stay',
		fields: {
			...fromInput({ projectUid: project(), jobUids: jobUids() }),
			segments: requiredChoice(
				{ displayName: 'Segments', description: 'The segments whose translations to remove' },
				[
					{ name: 'All', value: 'all' },
					{ name: 'Chosen', value: 'chosen' },
				],
				'all',
			),
			confirmed: shownWhen(
				CHOSEN,
				choice(
					{ displayName: 'Confirmed', description: 'Whether confirmed segments are meant, or others' },
					[
						{ name: 'Both', value: 'both' },
						{ name: 'Confirmed Only', value: 'yes' },
						{ name: 'Unconfirmed Only', value: 'no' },
					],
					'both',
				),
			),
			locked: shownWhen(
				CHOSEN,
				choice(
					{ displayName: 'Locked', description: 'Whether locked segments are meant, or others' },
					[
						{ name: 'Locked Only', value: 'yes' },
						{ name: 'Unlocked Only', value: 'no' },
					],
					'no',
				),
			),
		},
	},
	{
		request: ({ projectUid, jobUids: uids, segments, confirmed, locked }) => {
			const jobs = uids.map((uid) => ({ uid }));
			if (segments === 'all') return DELETE`/api2/v1/projects/${projectUid}/jobs/translations`.json({ jobs });
			const deleteSettings = {
				confirmed: confirmed === 'both' ? undefined : confirmed === 'yes',
				locked: locked === 'yes',
			};
			return DELETE`/api2/v2/projects/${projectUid}/jobs/translations`.json({ jobs, deleteSettings });
		},
		ends: inBatches({
			list: 'jobUids',
			entry: 'jobUid',
			size: 100,
			does: 'emptied',
			about: ({ projectUid }) => ({ projectUid }),
			done: { translationsDeleted: true },
		}),
	},
);
