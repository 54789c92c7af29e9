import { choice, toggle } from '../../../../../core/fields/choice';
import { wholeNumber } from '../../../../../core/fields/number';
import { optionalText } from '../../../../../core/fields/text';
import { optionalSegmentationRule } from '../../../../shared/tms/fields/segmentationRule';

const tagRegexp = optionalText({
	displayName: 'Tags',
	placeholder: 'e.g. \\{[^}]+\\}',
	description: 'Regular expression of what becomes a tag',
});

const htmlSubFilter = toggle({
	displayName: 'HTML in Texts',
	description: 'Whether texts hold HTML, whose elements become tags',
});

const icuSubFilter = toggle({
	displayName: 'ICU Messages in Texts',
	description: 'Whether texts are ICU messages',
});

const comments = toggle({ displayName: 'Comments', description: 'Whether to translate comments' });

/** How files of any format are read. Source: schema FileImportSettingsCreateDto. */
export const general = {
	autodetectMultilingualFiles: toggle(
		{ displayName: 'Detect Multilingual Files', description: 'Whether Phrase finds out about such files' },
		true,
	),
	inputCharset: optionalText({
		displayName: 'Input Charset',
		placeholder: 'e.g. UTF-8',
		description: 'Charset of the source files',
	}),
	outputCharset: optionalText({
		displayName: 'Output Charset',
		placeholder: 'e.g. UTF-8',
		description: 'Charset of the target files',
	}),
	segmentationRuleId: optionalSegmentationRule('The rule by which Phrase segments sources'),
	targetLengthMax: wholeNumber(
		{ displayName: 'Target Length', description: 'Most characters of a target segment' },
		{ min: 1, initially: 1000 },
	),
	targetSegmentationRuleId: optionalSegmentationRule('The rule by which Phrase segments targets'),
};

/** Source: schema CsvSettingsDto. */
export const csv = {
	delimiter: optionalText({ displayName: 'Delimiter', description: 'What is between the columns' }),
	htmlSubFilter,
	importColumns: optionalText({
		displayName: 'Columns',
		placeholder: 'e.g. 1,3-4',
		description: 'Numbers of the columns to translate',
	}),
	importRows: optionalText({
		displayName: 'Rows',
		placeholder: 'e.g. 2-',
		description: 'Numbers of the rows to translate',
	}),
	tagRegexp,
};

/** Source: schema DocSettingsDto. */
export const doc = {
	comments,
	headerFooter: toggle(
		{ displayName: 'Headers and Footers', description: 'Whether to translate headers and footers' },
		true,
	),
	hidden: toggle({ displayName: 'Hidden Text', description: 'Whether to translate hidden text' }),
	hyperlinkTarget: toggle({
		displayName: 'Link Targets',
		description: 'Whether to translate where links go',
	}),
	index: toggle({ displayName: 'Index', description: 'Whether to translate entries of the index' }, true),
	properties: toggle({ displayName: 'Properties', description: 'Whether to translate title and keywords' }),
	tagRegexp,
};

/** Source: schema HtmlSettingsDto. */
export const html = {
	breakTagCreatesSegment: toggle(
		{ displayName: 'Break Begins Segment', description: 'Whether a line break begins a segment' },
		true,
	),
	excludeElements: optionalText({
		displayName: 'Exclude Elements',
		placeholder: 'e.g. code,pre',
		description: 'Names of the elements to leave out',
	}),
	importComments: toggle({ displayName: 'Comments', description: 'Whether to import comments' }, true),
	preserveWhitespace: toggle({ displayName: 'Keep Whitespace', description: 'Whether to keep whitespace' }),
	tagRegexp,
	translatableAttributes: optionalText({
		displayName: 'Attributes',
		placeholder: 'e.g. alt,title',
		description: 'Names of more attributes to translate',
	}),
};

const keys = (which: string) => ({
	displayName: which === 'translate' ? 'Include Keys' : 'Exclude Keys',
	placeholder: 'e.g. ^(title|text)$',
	description: `Regular expression of the keys whose values to ${which}`,
});

/** Source: schema JsonSettingsDto. */
export const json = {
	contextKeyPath: optionalText({ displayName: 'Context Key', description: 'Path of the context key' }),
	contextNotePath: optionalText({ displayName: 'Context Note', description: 'Path of the context note' }),
	excludeKeyRegexp: optionalText(keys('leave out')),
	htmlSubFilter,
	icuSubFilter,
	includeKeyRegexp: optionalText(keys('translate')),
	tagRegexp,
};

/** Source: schema MdSettingsDto. */
export const md = {
	extractCodeBlocks: toggle(
		{ displayName: 'Code Blocks', description: 'Whether to import blocks of code' },
		true,
	),
	flavor: choice(
		{ displayName: 'Flavor', description: 'The kind of Markdown' },
		[
			{ name: 'GitHub', value: 'GITHUB' },
			{ name: 'PHP', value: 'PHP' },
			{ name: 'Plain', value: 'PLAIN' },
		],
		'PLAIN',
	),
	hardLineBreaksSegments: toggle(
		{ displayName: 'Break Begins Segment', description: 'Whether a hard line break begins a segment' },
		true,
	),
	preserveWhiteSpaces: toggle({ displayName: 'Keep Whitespace', description: 'Whether to keep whitespace' }),
	processJekyllFrontMatter: toggle({
		displayName: 'Front Matter',
		description: 'Whether to read the front matter of Jekyll as such',
	}),
	tagRegexp,
};

/** Source: schema PptSettingsDto. */
export const ppt = {
	hiddenSlides: toggle({ displayName: 'Hidden Slides', description: 'Whether to translate hidden slides' }),
	masterSlides: toggle({ displayName: 'Master Slides', description: 'Whether to translate master slides' }),
	notes: toggle({ displayName: 'Notes', description: 'Whether to translate notes' }),
};

/** Source: schema XlsSettingsDto. */
export const xls = {
	comments,
	hidden: toggle({ displayName: 'Hidden Cells', description: 'Whether to translate hidden cells' }),
	htmlSubfilter: htmlSubFilter,
	sheetNames: toggle({ displayName: 'Sheet Names', description: 'Whether to translate the names of sheets' }),
	specifiedColumns: optionalText({
		displayName: 'Columns',
		placeholder: 'e.g. A,C-D',
		description: 'The columns to translate',
	}),
	tagRegexp,
};

/** Source: schema YamlSettingsDto. */
export const yaml = {
	htmlSubFilter,
	icuSubFilter,
	includeKeyRegexp: optionalText(keys('translate')),
	markdownSubfilter: toggle({ displayName: 'Markdown in Texts', description: 'Whether texts hold Markdown' }),
	tagRegexp,
};
