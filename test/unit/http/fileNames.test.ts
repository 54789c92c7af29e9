import { contentDisposition, fileNameFrom } from '../../../core/http/read';

describe('the name that Content-Disposition gives', () => {
	it.each([
		[undefined, undefined],
		['attachment', undefined],
		['attachment; filename="a b.txt"', 'a b.txt'],
		['attachment; filename=plain.txt; size=3', 'plain.txt'],
		['attachment; filename="a \\"quoted\\".txt"', 'a "quoted".txt'],
		['attachment; filename="x.txt"; filename*=UTF-8\'\'p%C5%99%C3%AD.txt', 'pří.txt'],
		["inline; filename*=utf-8'cs'a%20b.txt", 'a b.txt'],
		['attachment; filename="good.txt"; filename*=UTF-8\'\'%E0%A4%A', 'good.txt'],
		['attachment; filename="../../etc/passwd"', 'passwd'],
		['attachment; filename="C:\\\\temp\\\\x.txt"', 'x.txt'],
		['attachment; filename="folder/"', undefined],
	])('%j is %j', (header, name) => {
		expect(fileNameFrom(header)).toBe(name);
	});
});

describe('the Content-Disposition of a name', () => {
	it.each(['plain.txt', 'příručka – 指南.md', 'a"b\\c.txt', "it's (1)*.txt", 'line\nbreak.txt'])(
		'%j can be sent and read back',
		(name) => {
			const header = contentDisposition(name);
			expect(header).toMatch(/^[\x20-\x7e]+$/);
			// The pattern that Phrase documents for this header.
			expect(header).toMatch(/^((inline|attachment); )?(filename\*=UTF-8''(.+)|filename="?(.+)"?)$/);
			expect(fileNameFrom(header)).toBe(name.split(/[\\/]/).pop());
		},
	);
});
