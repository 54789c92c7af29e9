import { catalogueOf } from '../../../core/catalogue/catalogue';
import { nearest } from '../../../core/catalogue/nearest';
import { findEndpoints } from '../../../core/catalogue/search';

const catalogue = catalogueOf('tms');
const idsOf = (query?: string) => findEndpoints(catalogue, query).map(({ id }) => id);

describe('endpoints are found', () => {
	test.each([
		['delete TM', 'deleteTransMemory'],
		['setProjectStatus', 'setProjectStatus'],
		['/projects/{projectUid}/jobs', 'createJob'],
		['...projects/{projectUid}/jobs', 'createJob'],
		['I want to upload a bilingual file', 'uploadBilingualFileV2'],
		['CREATE a translation memory!', 'createTransMemory'],
	])('%p', (query, id) => {
		expect(idsOf(query).slice(0, 3)).toContain(id);
	});

	test('by some of the words when none has all of them', () => {
		expect(idsOf('quality of zebras').length).toBeGreaterThan(0);
		expect(idsOf('zebra')).toEqual([]);
	});

	test('all of them, old ones last, when nothing is asked for', () => {
		const found = findEndpoints(catalogue);
		expect(new Set(found.map(({ id }) => id)).size).toBe(catalogue.entries.length);
		const old = found.map((entry) => catalogue.supersededBy(entry) !== undefined || entry.deprecated);
		expect(old).toEqual([...old].sort((a, b) => Number(a) - Number(b)));
		expect(old.at(-1)).toBe(true);
	});

	test('the newest version before those that it supersedes', () => {
		expect(idsOf('export the target file of a job').slice(0, 2)).toEqual([
			'completedFileV3',
			'completedFileV2',
		]);
	});
});

test.each([
	['statuss', 'status'],
	['STATUS', 'status'],
	['target_langs', 'targetLangs'],
	['targetLang', 'targetLangs'],
	['colour', undefined],
	['x', undefined],
])('who writes %p means %p', (name, meant) => {
	expect(nearest(name, ['status', 'targetLangs', 'name'])).toBe(meant);
});
