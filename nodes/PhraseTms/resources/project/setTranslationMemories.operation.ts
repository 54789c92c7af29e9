import { many } from '../../../../core/endings/many';
import { rows } from '../../../../core/fields/rows';
import { asRecord } from '../../../../core/http/read';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { byLanguage, memory } from './shared/memoryRows';

/**
 * Sets the translation memories of a project.
 * Source: setProjectTransMemoriesV3, PUT /api2/v3/projects/{projectUid}/transMemories; schema
 * SetProjectTransMemoriesV3Dto.
 */
export const setTranslationMemories = defineOperation(
	{
		name: 'Set Translation Memories',
		action: 'Set translation memories of a project',
		description: 'Set which translation memories a project reads and writes, instead of those before',
		fields: {
			projectUid: project(),
			translationMemories: rows(
				{
					displayName: 'Translation Memories',
					row: 'Translation Memory',
					addText: 'Add translation memory',
					description: 'In the order in which they count',
				},
				memory,
			),
		},
	},
	{
		request: ({ projectUid, translationMemories }) =>
			PUT`/api2/v3/projects/${projectUid}/transMemories`
				.repeatable('always')
				.json({ dataPerContext: byLanguage(translationMemories) }),
		ends: many({
			at: 'transMemories',
			paged: false,
			add: ({ projectUid }, _answer, { transMemory }) => ({
				projectUid,
				transMemoryUid: asRecord(transMemory).uid,
			}),
		}),
	},
);
