import { NodeHelpers, type INode, type INodeProperties } from 'n8n-workflow';
import { ParameterError } from '../../../core/http/errors';
import { checkValue } from '../../../core/fields/readCollection';
import type { Field, FieldPlace } from '../../../core/fields/field';
import { job } from '../../../nodes/shared/tms/fields/job';
import { project } from '../../../nodes/shared/tms/fields/project';

const UID = 'mxrnbPQ1c4v8vJ2nYdGkT1';

/** What the operation gets of an address. */
async function uidIn(field: Field<string>, value: string): Promise<unknown> {
	const raw = { __rl: true, mode: 'url', value };
	return await checkValue(field, raw, field.property.displayName, {} as FieldPlace);
}

/** What n8n's editor finds wrong with an address. */
function issuesOf(field: Field<string>, value: string): unknown {
	const property = { ...field.property, name: 'thing' } as INodeProperties;
	const parameters = { thing: { __rl: true, mode: 'url', value } };
	const node = { name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters } as unknown as INode;
	return NodeHelpers.getParameterIssues(property, parameters, '', node, null).parameters;
}

const placeholderOf = (field: Field<string>) => {
	const { modes } = field.property as { modes?: Array<{ name: string; placeholder?: string }> };
	return modes?.find(({ name }) => name === 'url')?.placeholder?.replace('e.g. ', '') ?? '';
};

const PROJECTS = [
	`https://cloud.memsource.com/web/project2/show/${UID}`,
	`https://us.cloud.memsource.com/web/project/show/${UID}`,
	`https://cloud.memsource.com/web/project2/show/${UID}/`,
	`https://cloud.memsource.com/web/project2/show/${UID}?workflowLevel=2&tab=jobs`,
	`https://cloud.memsource.com/web/project2/show/${UID}#jobs`,
	`https://cloud.memsource.com/web/project2/show/${UID}/analyses/1?x=y#z`,
	` https://cloud.memsource.com/web/project2/show/${UID}\n`,
	`http://localhost:8080/web/project2/show/${UID}`,
];

const JOBS = [
	`https://cloud.memsource.com/web/job/${UID}/translate`,
	`https://cloud.memsource.com/web/job/${UID}/translate#segment-1`,
	`https://cloud.memsource.com/web/job/${UID}/translate?segment=2`,
	`https://cloud.memsource.com/web/job/${UID}`,
	`https://us.cloud.memsource.com/web/job/${UID}?back=1`,
	`https://editor.memsource.com/twe/translation/job/${UID}`,
];

describe.each([
	['a project', project(), PROJECTS],
	['a job', job(), JOBS],
])('the address of %s', (_name, field, addresses) => {
	it.each(addresses)('%j holds its UID', async (address) => {
		expect(issuesOf(field, address)).toBeUndefined();
		expect(await uidIn(field, address)).toBe(UID);
	});

	it('may be the one that the field gives as its example', async () => {
		const example = placeholderOf(field);
		expect(issuesOf(field, example)).toBeUndefined();
		expect(example).toContain(`/${String(await uidIn(field, example))}`);
	});

	it.each([
		`https://cloud.memsource.com/web/project2/list`,
		`https://cloud.memsource.com/web/job/${UID}-uFgunDJ2k0aXPwQ7vC4Ek1/translate`,
		`https://cloud.memsource.com/web/project2/show/%2e%2e`,
		UID,
		`javascript:https://x/web/job/${UID}`,
	])('is not %j', async (address) => {
		expect(issuesOf(field, address)).toBeDefined();
		await expect(uidIn(field, address)).rejects.toBeInstanceOf(ParameterError);
	});
});
