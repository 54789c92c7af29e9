import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { deleteGlossary } from './delete.operation';
import { exportGlossary } from './export.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { importGlossary } from './import.operation';
import { setStatus } from './setStatus.operation';
import { update } from './update.operation';
import { purge } from './purge.operation';

/** The terms that machine translation of Phrase Language AI has to use. */
export const glossary: Resource = {
	name: 'Glossary',
	operations: {
		create,
		delete: deleteGlossary,
		export: exportGlossary,
		get,
		getMany,
		import: importGlossary,
		purge,
		setStatus,
		update,
	},
	defaultOperation: 'getMany',
};
