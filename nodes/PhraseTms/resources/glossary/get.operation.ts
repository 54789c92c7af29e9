import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { SIMPLE_GLOSSARY } from './shared/simpleGlossary';

/** Reads a glossary. Source: getGlossary, GET /api2/v1/glossaries/{glossaryUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a glossary',
		description: 'Retrieve a glossary, without its terms',
		fields: { glossaryUid: glossary() },
	},
	{
		request: ({ glossaryUid }) => GET`/api2/v1/glossaries/${glossaryUid}`,
		ends: one({ simple: SIMPLE_GLOSSARY, add: ({ glossaryUid }) => ({ glossaryUid }) }),
	},
);
