import { MANAGER } from '../model/user';
import type { TransMemory } from '../model/translationMemory';
import { uidOf } from '../seededRandom';
import { CUSTOM_FIELDS } from './customFields';
import { EMAIL_TEMPLATES, USERS, VENDORS } from './people';
import {
	BUSINESS_UNITS,
	COST_CENTERS,
	DOMAINS,
	named,
	SIMPLE_LANGS,
	SUB_DOMAINS,
	WORKFLOW_LANGS,
	WORKFLOW_STEPS,
} from './projects';

const DAY = 86_400_000;
const CLIENTS = 60;
const IMPORT_SETTINGS = 65;
const TRANS_MEMORIES = 110;

/** The ids of the item that a collection begins with when the seed says nothing of it. */
export const FIRST_ITEM = { uid: uidOf('plain'), id: '1' };

/** The plain resources that there are from the beginning, by the path of their collection. */
export function seedPlain() {
	return {
		// The projects belong to the first four clients, and to everything of the other lists.
		'/api2/clients': listed('client', CLIENTS),
		'/api2/domains': listed('domain', DOMAINS),
		'/api2/subDomains': listed('subDomain', SUB_DOMAINS),
		'/api2/businessUnits': listed('businessUnit', BUSINESS_UNITS),
		'/api2/costCenters': listed('costCenter', COST_CENTERS),
		'/api2/workflowSteps': WORKFLOW_STEPS,
		'/api2/users': USERS,
		'/api2/vendors': VENDORS,
		'/api2/emailTemplates': EMAIL_TEMPLATES,
		'/api2/customFields': CUSTOM_FIELDS,
		'/api2/importSettings': Array.from({ length: IMPORT_SETTINGS }, (_, index) => importSettings(index)),
		'/api2/transMemories': Array.from({ length: TRANS_MEMORIES }, (_, index) => transMemory(index)),
	};
}

/** The plain resources of the seed. */
export type SeededPlain = ReturnType<typeof seedPlain>;

function listed(kind: string, length: number) {
	return Array.from({ length }, (_, index) => ({ ...named(kind, index), createdBy: MANAGER }));
}

function importSettings(index: number) {
	return {
		uid: uidOf(`importSettings:${index}`),
		name: `Import settings ${String(index + 1).padStart(2, '0')}`,
		createdBy: MANAGER,
		dateCreated: new Date(Date.now() - index * DAY).toISOString(),
		fileImportSettings: {
			xlf2: { preserveWhitespace: index % 2 === 0, skipImportRules: '', importAsConfirmedRules: '' },
			json: { tagRegexp: '', htmlSubFilter: index % 3 === 0 },
		},
	};
}

function transMemory(index: number): TransMemory {
	const special = ['Sandbox memory', 'Sandbox memory, fail-export'][index];
	return {
		id: String(810_200 + index),
		uid: uidOf(`transMemory:${index}`),
		internalId: index + 1,
		name: special ?? `Memory ${String(index + 1).padStart(3, '0')}`,
		sourceLang: 'en',
		targetLangs: index % 2 === 0 ? SIMPLE_LANGS : WORKFLOW_LANGS,
		client: named('client', index % 4),
		domain: named('domain', index % DOMAINS),
		note: '',
		createdBy: MANAGER,
		dateCreated: new Date(Date.now() - index * DAY).toISOString(),
	};
}
