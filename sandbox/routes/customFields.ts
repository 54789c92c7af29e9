import { notFound } from '../errors';
import { ok, param, type Call, type Handler, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { optionsOf, truncated, type CustomFieldOption } from '../seed/customFields';
import type { PlainItem } from '../state/plainResource';
import type { World } from '../world';

const FIELDS = '/api2/customFields';

interface Value {
	value?: string;
	selectedOptions?: Array<{ uid: string }>;
}

interface Changes {
	addInstances?: Array<Value & { customField: { uid: string } }>;
	removeInstances?: Array<{ uid: string }>;
	updateInstances?: Array<Value & { customFieldInstance: { uid: string } }>;
}

const lists: Handler = (call, world) => ok(page(call, instances(call, world), shown));

/** What is removed, changed and added; all that there is then is answered. */
const edits: Handler = (call, world) => {
	const all = instances(call, world);
	const { addInstances = [], removeInstances = [], updateInstances = [] } = call.body as Changes;
	const at = ({ uid }: { uid: string }) => {
		const index = all.findIndex((item) => item.uid === uid);
		if (index < 0) throw notFound('Custom field instance', uid);
		return index;
	};
	for (const one of removeInstances) all.splice(at(one), 1);
	for (const { customFieldInstance, ...said } of updateInstances) {
		const item = all[at(customFieldInstance)] ?? {};
		Object.assign(item, present(item.customField as PlainItem, said, world));
	}
	for (const { customField, ...said } of addInstances) {
		const field = world.plain.get(FIELDS, customField.uid);
		world.plain.add(placeOf(call), { customField: shown(field), ...present(field, said, world) });
	}
	return ok({ customFieldInstances: all.map(shown) });
};

/** Tag Custom Fields: their options, and the values of projects, templates and jobs. */
export const customFields: Handlers = {
	createCustomField: ({ body }, { plain }) => {
		const { options = [], ...said } = body as { options?: string[] };
		const made = plain.add(FIELDS, said);
		const allOptions = optionsOf(String(made.uid), options);
		Object.assign(made, { allOptions, options: truncated(allOptions) });
		return ok(shown(made));
	},

	getCustomFieldOptionList: (call, { plain }) => {
		const { allOptions } = plain.get(FIELDS, param(call, 'fieldUid'));
		return ok(page(call, allOptions as CustomFieldOption[], (option) => option));
	},

	getCustomFieldsPageOfProject: lists,
	getCustomFieldsJob: lists,
	getCustomFieldsPageOfProjectTemplate: lists,
	editCustomFieldsOnProject: edits,
	editCustomFieldsJob: edits,
	editCustomFieldsOnProjectTemplate: edits,
};

/** Where the values of a project, a template or a job are kept. */
function placeOf({ params }: Call): string {
	return `/customFieldsOf/${Object.values(params).join('/')}`;
}

/** A field or a value as Phrase shows it. */
function shown({ allOptions: _allOptions, id: _id, ...item }: PlainItem): PlainItem {
	return item;
}

function instances(call: Call, { plain }: World): PlainItem[] {
	return plain.all(placeOf(call));
}

/** @throws ApiError 404 when an option is none of the field's */
function present({ uid }: PlainItem, { value, selectedOptions }: Value, { plain }: World): PlainItem {
	const options = plain.get(FIELDS, String(uid)).allOptions as CustomFieldOption[];
	if (!selectedOptions) return { value };
	return {
		selectedOptions: selectedOptions.map((one) => {
			const option = options.find((known) => known.uid === one.uid);
			if (!option) throw notFound('Custom field option', one.uid);
			return option;
		}),
	};
}
