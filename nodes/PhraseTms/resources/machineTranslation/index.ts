import type { Resource } from '../../../../core/operation/operation';
import { getManyProfiles } from './getManyProfiles.operation';
import { getManySettings } from './getManySettings.operation';
import { translate } from './translate.operation';

/** Translation by machine, with the engines of the organization. */
export const machineTranslation: Resource = {
	name: 'Machine Translation',
	operations: { getManyProfiles, getManySettings, translate },
	defaultOperation: 'translate',
};
