/** What the small files of the seed hold. */
export const GUIDE = '# Guide\n\nWelcome to the guide.\n\nIt has three short paragraphs.\n';
export const NON_ASCII_GUIDE = '# Handbook\n\nA file whose name is not ASCII.\n';
export const PAGE =
	'<!doctype html>\n<html><body><h1>Price list</h1><p>All prices are in euros.</p></body></html>\n';
export const STRINGS = '{"title": "Welcome", "buttons": {"ok": "Fine", "cancel": "Never mind"}}\n';
