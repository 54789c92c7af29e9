import { Catalogue, catalogueOf } from '../../../core/catalogue/catalogue';
import { parseType } from '../../../core/catalogue/notation';
import { parametersOf } from '../../../core/catalogue/parameters';
import { templateOf } from '../../../core/catalogue/template';
import { isScalar, typedValue } from '../../../core/fields/typedValue';

const catalogue = new Catalogue({
	endpoints: {},
	types: {
		Job: { 'uid*': 'string', note: 'string' },
		Filter: { status: '(NEW|COMPLETED)', isOpen: 'boolean', level: 'integer', due: 'date-time', of: 'Job[]' },
		Tree: { children: 'Tree[]', name: 'string' },
	},
});

const parsed = (type: string) => JSON.parse(templateOf(parseType(type), catalogue)) as unknown;

test('has what has to be there, or all when nothing has to', () => {
	expect(parsed('Job[]')).toEqual([{ uid: '…' }]);
	expect(parsed('Filter')).toEqual({
		status: 'NEW|COMPLETED',
		isOpen: 'true|false',
		level: '…',
		due: '…',
		of: [{ uid: '…' }],
	});
});

test('ends, where a type is within itself', () => {
	expect(templateOf(parseType('Tree'), catalogue).length).toBeLessThan(1000);
});

test('of no parameter can be sent as it is', () => {
	const tms = catalogueOf('tms');
	const place = { definitions: tms, timezone: 'UTC', path: [] };
	const accepted: string[] = [];
	for (const entry of tms.entries) {
		for (const { name, type } of parametersOf(tms.endpoint(entry), tms)) {
			if (isScalar(type, tms) || type.kind === 'file' || type.kind === 'object') continue;
			const template = templateOf(type, tms);
			try {
				typedValue(type, template, place);
				if (template.includes('"')) accepted.push(`${entry.id} ${name}: ${template}`);
			} catch {
				// Refused, as it has to be.
			}
		}
	}
	expect(accepted).toEqual([]);
});
