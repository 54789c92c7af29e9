import fs from 'node:fs';
import type { INodeTypeDescription } from 'n8n-workflow';
import { catalogueOf } from '../../../core/catalogue/catalogue';
import { referenceTo } from '../../../core/catalogue/reference';
import { findEndpoints } from '../../../core/catalogue/search';
import type * as LanguageAi from '../../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import type * as Tms from '../../../nodes/PhraseTms/PhraseTms.node';

/** Descriptions of the action nodes, from modules that are loaded anew. */
function loadedAnew(): INodeTypeDescription[] {
	const descriptions: INodeTypeDescription[] = [];
	jest.isolateModules(() => {
		const { PhraseTms } = jest.requireActual<typeof Tms>('../../../nodes/PhraseTms/PhraseTms.node.ts');
		const { PhraseLanguageAi } = jest.requireActual<typeof LanguageAi>(
			'../../../nodes/PhraseLanguageAi/PhraseLanguageAi.node.ts',
		);
		descriptions.push(new PhraseTms().description, new PhraseLanguageAi().description);
	});
	return descriptions;
}

test('the catalogue is not read before somebody asks for an endpoint, and no description holds any of it', () => {
	const read = jest.spyOn(fs, 'readFileSync');
	const descriptions = loadedAnew();
	expect(read.mock.calls.filter(([path]) => String(path).endsWith('catalogue.json'))).toEqual([]);
	read.mockRestore();
	const described = JSON.stringify(descriptions);
	for (const product of ['tms', 'languageAi'] as const) {
		const catalogue = catalogueOf(product);
		const references = catalogue.entries.map((entry) => referenceTo(catalogue.endpoint(entry)));
		expect(references.filter((reference) => described.includes(reference))).toEqual([]);
	}
});

test('an endpoint is found in an instant', () => {
	const catalogue = catalogueOf('tms');
	const queries = [
		'',
		'job',
		'term base import',
		'POST …/jobs',
		'completedFileV3',
		'I want to delete a project',
	];
	const times = queries.map((query) => {
		// Not the time on the clock, which other tests use as well.
		const begun = process.cpuUsage();
		expect(findEndpoints(catalogue, query).length).toBeGreaterThan(0);
		return process.cpuUsage(begun).user / 1000;
	});
	process.stderr.write(`Search among ${catalogue.entries.length} endpoints: ${inWords(times)} ms of CPU\n`);
});

function inWords(times: number[]): string {
	return times.map((time) => time.toFixed(1)).join(', ');
}
