import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { choice } from '../../../../../core/fields/choice';
import { collection } from '../../../../../core/fields/collection';
import { shownWhen, type Fields, type Values } from '../../../../../core/fields/field';
import { FIELDS_OR_JSON, jsonField } from '../../../../../core/fields/json';
import { asRecord } from '../../../../../core/http/read';
import { withoutEmpty } from '../../../../../core/http/jsonBody';
import { csv, doc, general, html, json, md, ppt, xls, yaml } from './formats';

const byFields = <F extends Fields>(format: string, fields: F) =>
	shownWhen({ settings: ['fields'] }, collection(`${format} Settings`, 'Add setting', fields));

/** The fields that say how files are read: the common settings of common formats, or all of them as JSON. */
export const settingsFields = {
	settings: choice(
		{ displayName: 'Settings', description: 'How to give the settings; JSON knows every format of Phrase' },
		FIELDS_OR_JSON,
		'fields',
	),
	general: byFields('General', general),
	csv: byFields('CSV', csv),
	doc: byFields('Word', doc),
	html: byFields('HTML', html),
	json: byFields('JSON', json),
	md: byFields('Markdown', md),
	ppt: byFields('PowerPoint', ppt),
	xls: byFields('Excel', xls),
	yaml: byFields('YAML', yaml),
	settingsJson: shownWhen(
		{ settings: ['json'] },
		jsonField(
			{
				displayName: 'Settings (JSON)',
				description: 'The settings by format, as Phrase takes them',
				example: { inputCharset: 'UTF-8', json: { htmlSubFilter: true } },
			},
			() => z.record(z.string(), z.unknown()),
		),
	),
};

type Given = Values<typeof settingsFields>;

/** The settings that the user gives, as Phrase wants them. Source: schema FileImportSettingsCreateDto. */
export function toFileImportSettings({ general: given = {}, settings: _, settingsJson, ...formats }: Given) {
	if (settingsJson !== undefined) return settingsJson as IDataObject;
	const { csv, doc, html, json, md, ppt, xls, yaml } = formats;
	const { segmentationRuleId, targetSegmentationRuleId, targetLengthMax, ...rest } = given;
	return asRecord(
		withoutEmpty({
			...rest,
			...(targetLengthMax !== undefined && { targetLength: true, targetLengthMax }),
			segmentationRuleId: numberOf(segmentationRuleId),
			targetSegmentationRuleId: numberOf(targetSegmentationRuleId),
			...{ csv, doc, html, json, md, ppt, xls, yaml },
		}),
	);
}

/** @returns what is wrong when the user gives no settings; undefined otherwise */
export function checkSettings(given: Given): string | undefined {
	const isNothing = Object.keys(toFileImportSettings(given)).length === 0;
	return isNothing ? "'Settings' says nothing: add at least one setting of a format" : undefined;
}

/**
 * What was read, changed as the user says; members of a format that the user does not give stay. What is read names
 * segmentation rules, what is written their ids. Source: schemas FileImportSettingsDto, FileImportSettingsCreateDto.
 */
export function changedSettings({ segRule, targetSegRule, ...kept }: IDataObject, changes: IDataObject) {
	const idOf = (rule: unknown) => numberOf(asRecord(rule).id);
	const before: IDataObject = {
		...kept,
		segmentationRuleId: idOf(segRule),
		targetSegmentationRuleId: idOf(targetSegRule),
	};
	const merged = Object.entries(changes).map(([name, value]) => [
		name,
		isObject(value) && isObject(before[name]) ? { ...asRecord(before[name]), ...asRecord(value) } : value,
	]);
	return withoutNull({ ...before, ...(Object.fromEntries(merged) as IDataObject) });
}

/** What is read as null may not be written as such. */
function withoutNull(settings: IDataObject): IDataObject {
	const text = JSON.stringify(settings, (_name, value: unknown) => value ?? undefined);
	return asRecord(JSON.parse(text));
}

/** Phrase takes these ids as numbers. */
function numberOf(id: unknown): number | undefined {
	return id === undefined || id === '' ? undefined : Number(id);
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
