import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { runNode } from '../../n8n/inProcess';
import { ScriptedPhrase } from '../support/phrase';
import { json } from '../support/server';
import { byId } from '../support/tms';

const COUNT = 10_000;
const PAGE = 50;

/** What Phrase holds, in its order; `change` is called before each page. */
async function listed(change: (jobs: number[], pageNumber: number) => void) {
	const jobs = Array.from({ length: COUNT }, (_, index) => index);
	const phrase = await ScriptedPhrase.start((response, { path }) => {
		const { searchParams } = new URL(path, 'http://localhost');
		const pageNumber = Number(searchParams.get('pageNumber'));
		change(jobs, pageNumber);
		const content = jobs.slice(pageNumber * PAGE, (pageNumber + 1) * PAGE);
		json(response, 200, {
			totalElements: jobs.length,
			totalPages: Math.ceil(jobs.length / PAGE),
			pageNumber,
			pageSize: PAGE,
			content: content.map((job) => ({ uid: String(job), filename: `${job}.txt`, status: 'NEW' })),
		});
	});
	try {
		const { items } = await runNode(new PhraseTms(), {
			credentials: { phraseTmsApi: phrase.credential() },
			parameters: {
				resource: 'job',
				operation: 'getMany',
				projectUid: byId('p'),
				workflowLevels: 'one',
				workflowLevel: 1,
				returnAll: true,
			},
		});
		return {
			jobs,
			found: items.map(({ json: { jobUid } }) => Number(jobUid)),
			asked: phrase.requests.length,
		};
	} finally {
		await phrase.close();
	}
}

/** How many places an entry comes after one that it belongs before, at most. */
function displacement(found: number[]): number {
	const places = new Map([...found].sort((a, b) => a - b).map((job, place) => [job, place]));
	return Math.max(...found.map((job, place) => Math.abs(place - (places.get(job) ?? Infinity))));
}

describe('10,000 jobs', () => {
	it('come in as many requests as there are pages, in their order', async () => {
		const { jobs, found, asked } = await listed(() => undefined);
		expect(asked).toBe(COUNT / PAGE);
		expect(found).toEqual(jobs);
	});

	it('come once each, none that stays left out, while others go and come', async () => {
		const changed = new Set<number>();
		const { jobs, found, asked } = await listed((all, pageNumber) => {
			if (pageNumber % 20 !== 10 || changed.has(pageNumber)) return;
			changed.add(pageNumber);
			if (pageNumber % 40 === 10) all.splice(0, 70);
			else all.push(...Array.from({ length: 30 }, (_, index) => COUNT + pageNumber * 100 + index));
		});
		expect(changed.size).toBe(10);
		expect(new Set(found).size).toBe(found.length);
		expect(jobs.filter((job) => !found.includes(job))).toEqual([]);
		// What has moved to pages that were read before is read again, so it may come a little later.
		expect(displacement(found)).toBeLessThanOrEqual(3 * PAGE);
		expect(asked).toBeLessThanOrEqual(COUNT / PAGE + 3 * changed.size);
	});
});
