import { notFound } from '../errors';
import { ok, type Call, type Handlers } from '../http/call';
import { MANAGER } from '../model/user';
import type { PlainItem } from '../state/plainResource';
import type { World } from '../world';

const PATH = '/api2/importSettings';

/** Tag Import Settings: their uid is in the body. Those that count when none are chosen are the first ones. */
export const importSettings: Handlers = {
	createImportSettings: (call, { plain, clock }) => {
		const made = { createdBy: MANAGER, dateCreated: clock.now().toISOString() };
		return ok(changed(plain.add(PATH, made), call));
	},

	editImportSettings: (call, { plain }) => ok(changed(plain.get(PATH, String(said(call).uid)), call)),

	getImportSettingsDefault: (_call, world) => ok(shown(byDefault(world))),

	editDefaultImportSettings: (call, world) => ok(changed(byDefault(world), call)),
};

function byDefault({ plain }: World): PlainItem {
	const [first] = plain.all(PATH);
	if (!first) throw notFound('Import settings', 'default');
	return first;
}

function said({ body }: Call): PlainItem {
	return body as PlainItem;
}

function changed(item: PlainItem, call: Call): PlainItem {
	const { name, fileImportSettings } = said(call);
	return shown(Object.assign(item, { name, fileImportSettings: asRead(fileImportSettings as PlainItem) }));
}

/** What is written names segmentation rules by their ids; what is read shows them. */
function asRead(written: PlainItem): PlainItem {
	const { segmentationRuleId, targetSegmentationRuleId, ...settings } = written;
	const ruleOf = (id: unknown) => (typeof id === 'number' ? { id: id.toString() } : undefined);
	return {
		...settings,
		segRule: ruleOf(segmentationRuleId),
		targetSegRule: ruleOf(targetSegmentationRuleId),
	};
}

function shown({ uid, name, createdBy, dateCreated, fileImportSettings }: PlainItem): PlainItem {
	return { uid, name, createdBy, dateCreated, fileImportSettings };
}
