import type { Resource } from '../../../../core/operation/operation';
import { evaluateQuality } from './evaluateQuality.operation';
import { getSettings } from './getSettings.operation';
import { getTargetFileWarnings } from './getTargetFileWarnings.operation';
import { run } from './run.operation';

/** What Phrase itself finds wrong with translations, and how it scores them. */
export const qualityAssurance: Resource = {
	name: 'Quality Assurance',
	operations: { evaluateQuality, getSettings, getTargetFileWarnings, run },
	defaultOperation: 'run',
};
