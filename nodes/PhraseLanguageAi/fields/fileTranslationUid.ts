import { requiredId } from '../../../core/fields/text';

/** The file translation of an earlier step. */
export const fileTranslationUid = () =>
	requiredId({
		displayName: 'File Translation UID',
		placeholder: 'e.g. 6ygxTZcS5c0Tdh4gRLkqv0',
		description: "UID of the file translation: 'fileTranslationUid' of the operation that created it",
	});
