import type { Resource } from '../../../../core/operation/operation';
import { clear } from './clear.operation';
import { create } from './create.operation';
import { createConcept } from './createConcept.operation';
import { createTerm } from './createTerm.operation';
import { deleteTermBase } from './delete.operation';
import { deleteConcept } from './deleteConcept.operation';
import { deleteTerm } from './deleteTerm.operation';
import { exportTermBase } from './export.operation';
import { get } from './get.operation';
import { getConcept } from './getConcept.operation';
import { getConceptTerms } from './getConceptTerms.operation';
import { getTerm } from './getTerm.operation';
import { getConcepts } from './getConcepts.operation';
import { getMany } from './getMany.operation';
import { getMetadata } from './getMetadata.operation';
import { update } from './update.operation';
import { updateConcept } from './updateConcept.operation';
import { updateTerm } from './updateTerm.operation';
import { importTermBase } from './import.operation';
import { search } from './search.operation';
import { browseTerms } from './browseTerms.operation';
import { searchByJob } from './searchByJob.operation';

/** Where terms and their translations are kept. */
export const termBase: Resource = {
	name: 'Term Base',
	operations: {
		browseTerms,
		clear,
		create,
		createConcept,
		createTerm,
		delete: deleteTermBase,
		deleteConcept,
		deleteTerm,
		export: exportTermBase,
		get,
		getConcept,
		getConcepts,
		getConceptTerms,
		getMany,
		getMetadata,
		getTerm,
		import: importTermBase,
		search,
		searchByJob,
		update,
		updateConcept,
		updateTerm,
	},
	defaultOperation: 'getMany',
};
