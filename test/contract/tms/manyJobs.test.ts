import type { IDataObject, INodeParameters, NodeApiError } from 'n8n-workflow';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const projectUid = () => byId(sandbox.seed.project.uid);
const read = async (uid: string) => {
	const get = { resource: 'job', operation: 'get', projectUid: projectUid(), jobUid: byId(uid) };
	return (await runTms(sandbox, get)).items[0]?.json;
};
const made = (count: number) => sandbox.createJobs({ count }).map(({ uid }) => uid);

describe('job: setStatus', () => {
	it('sets the status, and tells those who are to know', async () => {
		const [uid = ''] = made(1);
		const { items } = await runTms(sandbox, {
			resource: 'job',
			operation: 'setStatus',
			projectUid: projectUid(),
			jobUid: byId(uid),
			status: 'DELIVERED',
			options: { notifyOwner: true },
		});
		expect(items[0]?.json).toEqual({
			projectUid: sandbox.seed.project.uid,
			jobUid: uid,
			status: 'DELIVERED',
		});
		expect(await read(uid)).toMatchObject({ status: 'DELIVERED' });
	});
});

it.each(['job', 'project'])(
	'%s: setStatus sends nothing for an expression that finds nothing',
	async (resource) => {
		const parameters = { projectUid: projectUid(), jobUid: byId('any'), status: '={{ $json.nothing }}' };
		const error = await thrownBy(runTms(sandbox, { resource, operation: 'setStatus', ...parameters }));
		expect((error as Error).message).toBe("'Status': must not be empty");
		expect(sandbox.requests()).toEqual([]);
	},
);

describe('job: delete', () => {
	const remove = (uids: string[], more: INodeParameters = {}, continueOnFail = false) =>
		runTms(
			sandbox,
			{ resource: 'job', operation: 'delete', projectUid: projectUid(), jobUids: uids.join(), ...more },
			{ continueOnFail },
		);

	it('takes any number, a hundred at once', async () => {
		const uids = made(250);
		const { items } = await remove(uids, { options: { purge: true } });
		const { uid } = sandbox.seed.project;
		expect(items.map(({ json }) => json)).toEqual(
			uids.map((jobUid) => ({ projectUid: uid, jobUid, deleted: true })),
		);
		expect(sandbox.counters().byOperation.deleteParts).toBe(3);
		expect(sandbox.requests().at(-1)?.query).toBe('purge=true');
		await expect(sandbox.job(uids[249] ?? '')).rejects.toThrow();
	});

	it('names the jobs of a call that Phrase refuses, beside those that were deleted', async () => {
		const uids = made(150);
		sandbox.fault({ match: { method: 'DELETE', path: '/batch', nth: 2 }, do: { status: 403 } });
		const { items } = await remove(uids, {}, true);
		const failed = items[100]?.json.error as IDataObject;
		expect(failed).toMatchObject({ httpCode: 403 });
		expect([...items.slice(0, 100).map(({ json }) => json.jobUid), failed.jobUids].flat()).toEqual(uids);
	});

	it('says, when it stops, which jobs were deleted before', async () => {
		const uids = made(250);
		sandbox.fault({ match: { method: 'DELETE', path: '/batch', nth: 2 }, do: { status: 403 } });
		const error = (await thrownBy(remove(uids))) as NodeApiError;
		expect(error.description).toContain('Phrase deleted 100 others before: do not send those again.');
		expect(error.context.data).toMatchObject({ jobUids: uids.slice(100, 200), done: uids.slice(0, 100) });
		expect(sandbox.counters().byOperation.deleteParts).toBe(2);
	});

	it('does not take what is unknown for deleted when an answer was lost before', async () => {
		const [uid = ''] = made(1);
		sandbox.fault({ match: { method: 'DELETE', path: '/batch', nth: 1 }, do: { status: 502 } });
		const error = (await thrownBy(remove([uid, 'nowhere']))) as NodeApiError;
		expect(error).toMatchObject({ httpCode: '404' });
		expect(error.message).not.toContain('Project');
		expect(await read(uid)).toMatchObject({ uid });
	});
});

describe('job: updateMany', () => {
	const update = (uids: string[], updateFields: INodeParameters, continueOnFail = false) =>
		runTms(
			sandbox,
			{ resource: 'job', operation: 'updateMany', jobUids: uids.join(), updateFields },
			{ continueOnFail },
		);

	it('changes what is given, and takes a due date away', async () => {
		const uids = made(2);
		const due = { dateDue: '2030-06-15T12:00:00.000Z', status: 'ACCEPTED' };
		expect((await update(uids, due)).items.map(({ json }) => json)).toEqual(
			uids.map((jobUid) => ({ jobUid, updated: true })),
		);
		expect(await read(uids[0] ?? '')).toMatchObject({ status: 'ACCEPTED', dateDue: expect.any(String) });
		await update(uids, { clearDateDue: true });
		expect(await read(uids[0] ?? '')).not.toHaveProperty('dateDue');
	});

	it('is an error that names the jobs when Phrase could not change some of them', async () => {
		const [uid = ''] = made(1);
		const { items } = await update([uid, 'nowhere'], { status: 'ACCEPTED' }, true);
		expect(items.map(({ json }) => json.error)).toEqual([
			expect.objectContaining({
				message: 'Phrase changed 1 of 2',
				errorCode: 'NOT_FOUND',
				description: expect.stringContaining('nowhere'),
				jobUids: [uid, 'nowhere'],
			}),
		]);
	});

	it.each(['{"updated":0}', '{"updated":2,"errors":["the job is closed"]}'])(
		'is an error when Phrase answers %s',
		async (body) => {
			sandbox.fault({ match: { method: 'PATCH', path: '/jobs$' }, do: { status: 200, body } });
			const { items } = await update(made(2), { status: 'ACCEPTED' }, true);
			expect(items.map(({ json }) => json.error)).toEqual([
				expect.objectContaining({ message: expect.stringMatching(/^Phrase changed [02] of 2$/) }),
			]);
		},
	);

	it.each([
		[{}, "'Update Fields' says nothing"],
		[{ clearDateDue: false }, "'Update Fields' says nothing"],
		[{ clearDateDue: true, dateDue: '2030-06-15' }, 'exclude each other'],
	])('sends nothing for %j', async (updateFields, reason) => {
		const error = await thrownBy(update(['any'], updateFields));
		expect((error as Error).message).toContain(reason);
		expect(sandbox.requests()).toEqual([]);
	});
});
