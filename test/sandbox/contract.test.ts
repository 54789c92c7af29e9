import { catalogueOf } from '../../core/catalogue/catalogue';
import { contracts } from '../../sandbox/contract';
import { createJob, exchange, json, tms, type Reply } from './client';
import { mistakesIn, useSandbox } from '../support/useSandbox';

interface TmsError {
	errorCode: string;
	errorDescription: string;
}

describe('the contract', () => {
	const sandbox = useSandbox({ provokes: true });

	it('has every endpoint of the catalogue, and an id for each', () => {
		const ids = contracts().flatMap(({ operations }) => operations.map(({ operationId }) => operationId));
		expect(new Set(ids).size).toBe(ids.length);
		for (const product of ['tms', 'languageAi'] as const) {
			expect(ids).toEqual(expect.arrayContaining(catalogueOf(product).entries.map(({ id }) => id)));
		}
	});

	it.each([
		['a page that is too large', '/v1/projects?pageSize=51', 'Maximum value is: 50'],
		['a value that is not in the list', '/v1/projects?statuses=OPEN', 'statuses'],
		['a missing required query parameter', '/v1/connectorAsyncTasks', 'projectUid'],
	])('refuses %s and says what is wrong', async (_what, path, why) => {
		const reply = await tms(sandbox, 'GET', path);
		expect(reply.status).toBe(400);
		expect((json(reply) as TmsError).errorDescription).toContain(why);
		expect(sandbox.counters().contractViolations).toBe(1);
		expect(sandbox.requests().at(-1)?.contractViolation).toContain(why);
	});

	it('refuses a body with a wrong type or no JSON', async () => {
		const path = `/v1/projects/${sandbox.seed.project.uid}/jobs/connectorTask?downloadTaskId=1`;
		const wrongType = await tms(sandbox, 'POST', path, { json: { targetLangs: 'de' } });
		expect((json(wrongType) as TmsError).errorDescription).toContain(
			'/requestBody/targetLangs must be array',
		);
		const noJson = await tms(sandbox, 'POST', path, {
			headers: { 'content-type': 'application/json' },
			body: '{"targetLangs":',
		});
		expect(noJson.status).toBe(400);
		expect(sandbox.counters().contractViolations).toBe(2);
	});

	it.each<[string, () => Promise<Reply>, string[]]>([
		['a query', () => tms(sandbox, 'GET', '/v1/projects?colour=blue&name=x'), ['/query/colour']],
		[
			'a body',
			() =>
				tms(sandbox, 'POST', '/v2/webhooks', {
					json: { url: 'http://127.0.0.1:9/', events: ['JOB_CREATED'], colour: 'blue', 'a/b': 1 },
				}),
			['/requestBody/colour', '/requestBody/a/b'],
		],
		[
			'the depths of a body',
			() =>
				tms(sandbox, 'POST', `/v1/projects/${sandbox.seed.project.uid}/jobs/search`, {
					json: {
						jobs: [{ uid: sandbox.seed.project.jobUid }, { uid: sandbox.seed.project.jobUid, colour: 1 }],
					},
				}),
			['/requestBody/jobs/1/colour'],
		],
		[
			'the Memsource header',
			() => createJob(sandbox, 'a.txt', 'Hello', { targetLangs: ['de'], colour: 'blue' }),
			['/header/memsource/colour'],
		],
	])(
		'counts the members of %s that it does not know, and answers as usual',
		async (_where, send, members) => {
			const reply = await send();
			expect(reply.status).toBeLessThan(300);
			expect(reply.text).not.toContain('colour');
			expect(sandbox.requests().at(-1)?.unknownMembers).toEqual(members);
			expect(sandbox.counters()).toMatchObject({ unknownMembers: members.length, contractViolations: 0 });
			expect(mistakesIn(sandbox, false)).toEqual([expect.stringContaining(members.join(', '))]);
			expect(mistakesIn(sandbox, true)).toEqual([]);
		},
	);

	it('refuses what is wrong besides a member that it does not know', async () => {
		const reply = await tms(sandbox, 'GET', '/v1/projects?colour=blue&pageSize=51');
		expect(reply.status).toBe(400);
		expect(mistakesIn(sandbox, false)).toEqual([expect.stringContaining('Maximum value is: 50')]);
	});

	it('refuses a media type that the operation does not take', async () => {
		const path = `/v1/projects/${sandbox.seed.project.uid}/jobs/search`;
		const reply = await tms(sandbox, 'POST', path, {
			headers: { 'content-type': 'text/plain' },
			body: 'jobs',
		});
		expect(reply.status).toBe(415);
		expect(sandbox.counters().contractViolations).toBe(1);
	});

	it('checks the JSON in the Memsource header and the form of Content-Disposition', async () => {
		const withoutLangs = await createJob(sandbox, 'a.txt', 'Hello', { due: '2030-01-01T00:00:00Z' });
		expect((json(withoutLangs) as TmsError).errorDescription).toContain('targetLangs');
		const notAscii = await createJob(sandbox, 'a.txt', 'Hello', { targetLangs: ['de'], path: 'Räume' });
		expect((json(notAscii) as TmsError).errorDescription).toContain('ASCII');
		const path = `/v1/projects/${sandbox.seed.project.uid}/jobs`;
		const headers = {
			'content-type': 'application/octet-stream',
			'content-disposition': 'a.txt',
			memsource: '{"targetLangs":["de"]}',
		};
		const noName = await tms(sandbox, 'POST', path, { headers, body: 'Hello' });
		expect((json(noName) as TmsError).errorDescription).toContain('content-disposition');
		expect(sandbox.counters().contractViolations).toBe(3);
	});

	it('takes what Phrase takes besides', async () => {
		const { uid } = sandbox.seed.project;
		const urls = [
			'/v1/projects?sort=NAME&order=DESC&jobStatuses=NEW&jobStatusGroup=NEW&buyerId=7',
			`/v2/projects/${uid}/jobs?sort=NAME&order=DESC&notReady=true`,
			`/v2/projects/${uid}/workflowSteps?withAssignedJobs=true`,
			'/v1/webhooksCalls?webhookEventUid=nobody',
		];
		for (const url of urls) expect([url, (await tms(sandbox, 'GET', url)).status]).toEqual([url, 200]);
		const machineTranslationSettings = {
			machineTranslationBehavior: 'COMPARE_AND_BEST_MATCH',
			lockMtThreshold: 90,
		};
		const preTranslated = await tms(sandbox, 'POST', `/v3/projects/${uid}/jobs/preTranslate`, {
			json: {
				jobs: [{ uid: sandbox.seed.project.jobUid }],
				preTranslateSettings: { machineTranslationSettings },
			},
		});
		expect(preTranslated.status).toBe(202);
		expect(sandbox.counters().contractViolations).toBe(0);
	});

	it('refuses a path that it does not have, and counts it', async () => {
		const reply = await tms(sandbox, 'GET', '/v9/everything');
		expect(reply.status).toBe(404);
		expect(sandbox.counters()).toMatchObject({ contractViolations: 1, byOperation: { unknown: 1 } });
	});

	it('speaks the error language of each product', async () => {
		const idm = await exchange(sandbox, '');
		expect(json(idm)).toMatchObject({ error: 'invalid_request', error_description: expect.any(String) });
		const wrongToken = await tms(sandbox, 'GET', '/v1/auth/whoAmI', {
			headers: { authorization: 'ApiToken no' },
		});
		expect(wrongToken.status).toBe(401);
		expect(json(wrongToken)).toEqual({
			errorCode: 'AuthUnauthorized',
			errorDescription: 'Unauthorized access.',
		});
		expect(wrongToken.headers['memsource-action-id']).toEqual(expect.any(String));
	});
});
