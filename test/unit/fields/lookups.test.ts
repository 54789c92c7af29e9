import { collection } from '../../../core/fields/collection';
import { shownWhen } from '../../../core/fields/field';
import { loadedChoices } from '../../../core/fields/loadedChoice';
import { locator } from '../../../core/fields/locator';
import { listOfTexts } from '../../../core/fields/list';
import { lookupsOf, type ListSearch } from '../../../core/fields/lookups';

const someProject = (search: ListSearch) =>
	locator({ displayName: 'Project', description: 'The project', search, idPlaceholder: 'e.g. a' });

async function searchProjects() {
	return await Promise.resolve({ results: [] });
}

async function getLanguages() {
	return await Promise.resolve([]);
}

it('come from fields, whatever the fields are in', () => {
	const fields = {
		projectUid: shownWhen({ notify: ['url'] }, someProject(searchProjects)),
		filters: collection('Filters', 'Add filter', {
			projectUid: someProject(searchProjects),
			targetLangs: loadedChoices({ displayName: 'Language', load: getLanguages }, () => listOfTexts()),
		}),
	};
	expect(lookupsOf(Object.values(fields))).toEqual({
		listSearch: { searchProjects },
		loadOptions: { getLanguages },
		resourceMapping: {},
	});
});

it('cannot be two under one name, nor one without a name', () => {
	const other = Object.defineProperty(async () => await searchProjects(), 'name', {
		value: 'searchProjects',
	});
	expect(() => lookupsOf([someProject(searchProjects), someProject(other)])).toThrow(/'searchProjects'/);
	expect(() => lookupsOf([someProject(async () => await searchProjects())])).toThrow(/none/);
});
