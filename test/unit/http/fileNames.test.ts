import { ParameterError } from '../../../core/http/errors';
import { contentDisposition, fileNameFrom } from '../../../core/http/fileName';

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
		['attachment; filename="p\xc5\x99\xc3\xad.txt"', 'pří.txt'],
		['attachment; filename=p\xc5\x99\xc3\xad.txt', 'pří.txt'],
		['attachment; filename="\xfcbung.txt"', 'übung.txt'],
		["attachment; filename*=ISO-8859-1'de'%FCbung.txt", 'übung.txt'],
		["attachment; filename*=iso-8859-1''%A3%20rates.txt; filename=x", '£ rates.txt'],
		["attachment; filename*=UTF-8''%FCbung.txt; filename=safe.txt", 'safe.txt'],
		["attachment; filename*=no-charset''a.txt; filename=safe.txt", 'safe.txt'],
		['attachment; xfilename="wrong.txt"', undefined],
		['attachment; xfilename="wrong.txt"; filename="right.txt"', 'right.txt'],
		['attachment; name="x; filename=wrong.txt"; filename="right.txt"', 'right.txt'],
		['filename="right.txt"', 'right.txt'],
		['ATTACHMENT ; FileName = "right.txt"', 'right.txt'],
		['attachment; filename="never closed.txt', 'never closed.txt'],
		['attachment; filename="a;b.txt"', 'a;b.txt'],
		['attachment; filename=""', undefined],
		['attachment; filename="."', undefined],
		['attachment; filename=".."', undefined],
		['attachment; filename="a/.."', undefined],
		["attachment; filename*=UTF-8''..%2F..%2Fa.txt", 'a.txt'],
		["attachment; filename*=UTF-8''..; filename=right.txt", 'right.txt'],
		["attachment; filename*=UTF-8''a%00b%0D%0A.docx", 'a_b__.docx'],
		['attachment; filename="a\ufffdb.docx"', 'a_b.docx'],
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
			expect(fileNameFrom(header)).toBe(name.split(/[\\/]/).pop()?.replace('\n', '_'));
		},
	);

	it('cannot be made of half a character', () => {
		expect(() => contentDisposition('a\ud83d.txt')).toThrow(ParameterError);
		expect(() => contentDisposition('a\ud83d.txt')).toThrow(
			/name of the file to send holds half of a character/,
		);
	});
});
