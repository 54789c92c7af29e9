import { none } from '../../../../core/endings/none';
import { collection } from '../../../../core/fields/collection';
import { optionalText, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/** Adds a segment. Source: insertToTransMemory, POST /api2/v1/transMemories/{transMemoryUid}/segments. */
export const addSegment = defineOperation(
	{
		name: 'Add Segment',
		action: 'Add a translation memory segment',
		description: 'Add a text with its translation to a translation memory',
		fields: {
			transMemoryUid: translationMemory(),
			targetLang: sourceLang('Target Language'),
			sourceSegment: requiredText({
				displayName: 'Source Segment',
				description: 'The text in the source language',
			}),
			targetSegment: requiredText({
				displayName: 'Target Segment',
				description: 'Its translation into the target language',
			}),
			additionalFields: collection('Additional Fields', 'Add field', {
				nextSourceSegment: optionalText({
					displayName: 'Next Source Segment',
					description: 'The text after it, which makes matches in the same context better',
				}),
				previousSourceSegment: optionalText({
					displayName: 'Previous Source Segment',
					description: 'The text before it, which makes matches in the same context better',
				}),
			}),
		},
	},
	{
		request: ({ transMemoryUid, targetLang, sourceSegment, targetSegment, additionalFields }) =>
			POST`/api2/v1/transMemories/${transMemoryUid}/segments`
				.repeatable('always')
				.json({ targetLang, sourceSegment, targetSegment, ...additionalFields }),
		ends: none(({ transMemoryUid, targetLang, sourceSegment, targetSegment }) => ({
			transMemoryUid,
			targetLang,
			sourceSegment,
			targetSegment,
		})),
	},
);
