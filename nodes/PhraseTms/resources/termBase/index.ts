import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { createTerm } from './createTerm.operation';
import { deleteTermBase } from './delete.operation';
import { deleteTerm } from './deleteTerm.operation';
import { exportTermBase } from './export.operation';
import { get } from './get.operation';
import { getTerm } from './getTerm.operation';
import { getConcepts } from './getConcepts.operation';
import { getMany } from './getMany.operation';
import { getMetadata } from './getMetadata.operation';
import { update } from './update.operation';
import { updateTerm } from './updateTerm.operation';
import { importTermBase } from './import.operation';
import { search } from './search.operation';

/** Where terms and their translations are kept. */
export const termBase: Resource = {
	name: 'Term Base',
	operations: {
		create,
		createTerm,
		delete: deleteTermBase,
		deleteTerm,
		export: exportTermBase,
		get,
		getConcepts,
		getMany,
		getMetadata,
		getTerm,
		import: importTermBase,
		search,
		update,
		updateTerm,
	},
	defaultOperation: 'getMany',
};
