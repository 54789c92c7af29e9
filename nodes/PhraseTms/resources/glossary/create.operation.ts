import { one } from '../../../../core/endings/one';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { newTargetLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_GLOSSARY } from './shared/simpleGlossary';

/** Creates a glossary. Source: createGlossary, POST /api2/v1/glossaries. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a glossary',
		description: 'Create a glossary without terms',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the glossary' }, 255),
			langs: newTargetLangs('Language'),
		},
	},
	{
		request: ({ name, langs }) => POST`/api2/v1/glossaries`.repeatable('refused').json({ name, langs }),
		ends: one({ simple: SIMPLE_GLOSSARY, add: (_values, { uid }) => ({ glossaryUid: uid }) }),
	},
);
