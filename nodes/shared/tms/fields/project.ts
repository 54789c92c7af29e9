import { locator, locatorOf } from '../../../../core/fields/locator';
import { idOrEmpty } from '../../../../core/fields/text';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';
import { projectPage, UID, WEB } from './address';

/** Projects by name. Source: listProjects, GET /api2/v1/projects. */
const searchProjects = searchOf('searchProjects', {
	list: GET`/api2/v1/projects`,
	by: 'name',
	id: 'uid',
	label: ({ name, internalId }, id) => `${asText(name) ?? id} (${asText(internalId) ?? id})`,
	page: projectPage,
});

const projectLocator = {
	displayName: 'Project',
	description: 'The project in Phrase TMS',
	search: searchProjects,
	idPlaceholder: 'e.g. mxrnbPQ1c4v8vJ2nYdGkT1',
	url: {
		placeholder: 'e.g. https://cloud.memsource.com/web/project2/show/mxrnbPQ1c4v8vJ2nYdGkT1',
		idPattern: `${WEB}/project2?/show/${UID}`,
	},
};

/** The project an operation works in. */
export const project = ({ optional = false } = {}) => locator({ ...projectLocator, optional });

/** A project that an operation can do without; undefined then. */
export const projectIfAny = (description: string) =>
	locatorOf({ ...projectLocator, description, optional: true }, () =>
		idOrEmpty().transform((uid) => (uid === '' ? undefined : uid)),
	);
