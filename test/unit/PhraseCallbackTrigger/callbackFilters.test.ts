import type { CallbackEvent } from '../../../core/callbacks/callbackEvent';
import { passesFilters, type CallbackFilters } from '../../../nodes/PhraseCallbackTrigger/callbackFilters';

const none: CallbackFilters = { kinds: [], actions: [], outcome: 'any' };
const exported: CallbackEvent = { kind: 'asyncRequest', action: 'EXPORT_COMPLETE_FILE', succeeded: true };
const failed: CallbackEvent = { ...exported, succeeded: false };
const untold: CallbackEvent = { ...exported, succeeded: null };
const nameless: CallbackEvent = { ...exported, action: null };
const task: CallbackEvent = { kind: 'connectorTask', action: 'API_DOWNLOAD', succeeded: null };
const unknown: CallbackEvent = { kind: 'unknown', action: null, succeeded: null };

it.each<[string, Partial<CallbackFilters>, CallbackEvent[], CallbackEvent[]]>([
	['no filter', {}, [exported, failed, untold, nameless, task, unknown], []],
	['one kind', { kinds: ['asyncRequest'] }, [exported, failed], [task, unknown]],
	['two kinds', { kinds: ['connectorTask', 'unknown'] }, [task, unknown], [exported]],
	['its action', { actions: ['IMPORT_JOB', 'EXPORT_COMPLETE_FILE'] }, [exported, task, unknown], [nameless]],
	['another action', { actions: ['IMPORT_JOB'] }, [task, unknown], [exported, nameless]],
	['success', { outcome: 'succeeded' }, [exported, untold, task], [failed]],
	['failure', { outcome: 'failed' }, [failed, untold, task], [exported]],
	[
		'kind and action',
		{ kinds: ['asyncRequest'], actions: ['EXPORT_COMPLETE_FILE'] },
		[exported],
		[task, nameless],
	],
])('with %s', (_, filters, taken, left) => {
	for (const event of taken)
		expect([event, passesFilters(event, { ...none, ...filters })]).toEqual([event, true]);
	for (const event of left)
		expect([event, passesFilters(event, { ...none, ...filters })]).toEqual([event, false]);
});
