import type { Benchmark } from '../harness/benchmark';
import { measureLatency } from './latency';
import { measurePolling } from './polling';

/** B2: what waiting costs and adds. */
export const waiting: Benchmark = {
	id: 'b2',
	word: 'waiting',
	title: 'Waiting, by polling and by callback',
	question: 'How many requests does waiting cost, and how much later than Phrase is the next node ready?',
	method:
		'Polling: Job > Download Target File as it comes (export, wait, download), 1 and 20 items, in an execute context of n8n-core in this process ' +
		'against the sandbox; exports take 10 % less to 10 % more than the time named, evenly spread over the rounds. Added is the time from the start of the node to its last file, less that of one export. It holds ' +
		'the starts and downloads of all items as well. Status requests are lists, single reads and limits of asynchronous requests; the ' +
		'most of all rounds. In a real n8n: a workflow of separate nodes requests target files, waits (Asynchronous Request > Wait, by ' +
		'polling or by callback) and downloads, both ways side by side, each against a sandbox of its own. What counts is the time from ' +
		'the end of the (last) export to the first download, which holds what n8n needs to wake an execution, and another look at ' +
		'the state by the downloading node.',
	minutes: 10,
	measure: async () => {
		const polling = await measurePolling();
		const latency = await measureLatency();
		return {
			comparisons: [...polling.comparisons, ...latency.comparisons],
			limits: [...polling.limits, ...latency.limits],
		};
	},
};
