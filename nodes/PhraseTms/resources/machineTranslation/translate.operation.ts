import { one } from '../../../../core/endings/one';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { mtSettings } from '../../../shared/tms/fields/mtSettings';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';

/**
 * Translates a text with an engine of the organization. It costs each time, so it is not sent again when Phrase may have
 * done it.
 * Source: machineTranslation, POST /api2/v1/machineTranslations/{mtSettingsUid}/translate.
 */
export const translate = defineOperation(
	{
		name: 'Translate',
		action: 'Translate a text by machine',
		description: 'Translate a text with machine translation settings of the organization',
		fields: {
			mtSettingsUid: mtSettings(),
			sourceLang: sourceLang(),
			targetLang: sourceLang('Target Language'),
			text: requiredText({ displayName: 'Text', description: 'The text to translate' }),
		},
	},
	{
		request: ({ mtSettingsUid, sourceLang: from, targetLang: to, text }) =>
			POST`/api2/v1/machineTranslations/${mtSettingsUid}/translate`
				.repeatable('refused')
				.json({ sourceTexts: [text], from, to }),
		ends: one({ add: ({ sourceLang: from, targetLang }) => ({ sourceLang: from, targetLang }) }),
	},
);
