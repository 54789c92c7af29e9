import { callbackTarget } from '../../../../core/fields/notify';
import { outputBinaryField } from '../../../../core/fields/binary';
import { shownWhen } from '../../../../core/fields/field';
import { languageInName } from '../../../../core/fields/languageInName';
import { receivedFile } from '../../../../core/fields/receivedFile';
import { toggle } from '../../../../core/fields/choice';
import { defineOperation } from '../../../../core/operation/operation';
import { byQuality, qualityGate } from '../../fields/qualityGate';
import { checkUpload, createFileTranslation, uploadFields, uploadOptions } from './shared/metadata';
import { translatedFiles } from './shared/translatedFiles';

const SCORED = { qualityScore: [true] };

/**
 * Uploads a file, waits, and puts each language's file, and its score when asked, in an item.
 * Source: POST /v1/fileTranslations; getMetadataV1, GET /v1/fileTranslations/{uid};
 * getFilesV1, GET /v1/fileTranslations/{uid}/{actionType}/{language}.
 */
export const translate = defineOperation(
	{
		name: 'Translate',
		action: 'Translate a file',
		description:
			'Upload a file or a text, wait for its translation, and get the file or the text of each language',
		fields: {
			...uploadFields,
			qualityScore: toggle({
				displayName: 'Quality Score',
				description: 'Whether to have Phrase score the quality of each translation, from 0 to 1',
			}),
			passThreshold: shownWhen(SCORED, qualityGate.fields.passThreshold),
			splitByQualityScore: shownWhen(SCORED, qualityGate.fields.splitByQualityScore),
			fileInto: receivedFile.fields.fileInto,
			outputBinaryPropertyName: shownWhen({ fileInto: ['binary'] }, outputBinaryField),
		},
		options: { ...uploadOptions, ...languageInName.options },
	},
	{
		check: checkUpload,
		// QUALITY_ESTIMATION alone would translate as well. The node asks for the translation by name all the
		// same. Phrase gives out the results of the actions that were asked for, and the file is that of this
		// action.
		request: (values, tools) =>
			createFileTranslation(values, {
				actionTypes: values.qualityScore
					? ['MT_GENERIC_PRETRANSLATE', 'QUALITY_ESTIMATION']
					: ['MT_GENERIC_PRETRANSLATE'],
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'fileTranslation' }),
			}),
		ends: { ...translatedFiles(), splits: byQuality },
	},
);
