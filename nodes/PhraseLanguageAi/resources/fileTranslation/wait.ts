import { timeLimit, timeLimitMs } from '../../../../core/fields/waiting';
import { eachAlone } from '../../../../core/operation/endings/eachAlone';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { fileTranslationUid } from '../../fields';
import { explained } from './explain';
import { unfinished, waitForFileTranslation } from './progress';
import { getState } from './requests';

/** Waits until every action into every language has succeeded. */
export const wait = defineOperation(
	{
		name: 'Wait',
		action: 'Wait for a file translation',
		description: 'Wait until a file is translated into all its target languages',
		fields: { fileTranslationUid: fileTranslationUid() },
		hiddenInTools: true,
	},
	{
		request: ({ fileTranslationUid: uid }) => getState(uid),
		ends: explained(finished()),
	},
);

/** The item comes out when the file translation has ended well. */
function finished(): Ending<{ fileTranslationUid: string }> {
	return {
		options: { timeLimit },
		run: eachAlone(async ({ client, signal, values }) => {
			const uid = values.fileTranslationUid;
			const progress = await waitForFileTranslation(uid, { client, signal, limitMs: timeLimitMs(values) });
			const bad = progress.languages.filter(({ ended, failed }) => !ended || failed.length > 0);
			if (bad.length > 0 || !progress.ended) throw unfinished(bad, uid, progress);
			return [{ json: { fileTranslationUid: uid, ...progress.state } }];
		}),
	};
}
