import { choice } from '../../../../core/fields/choice';
import { idList } from '../../../../core/fields/list';
import { wholeNumber } from '../../../../core/fields/number';
import { replayCalls as replay, replayLatestCalls } from '../../../../core/phrase/webhooks/webhookCall';
import { none } from '../../../../core/endings/none';
import { shownWhen } from '../../../../core/fields/field';
import { defineOperation } from '../../../../core/operation/operation';

/** How many calls Phrase repeats when it is not told. Source: parameter `numberOfCalls` of replayLast. */
const USUAL_NUMBER = 5;

/**
 * Lets Phrase make calls again. It answers before it has made them.
 * Source: replayWebhookCalls, POST /api2/v1/webhooksCalls/replay; replayLast,
 * POST /api2/v1/webhooksCalls/replay/latest.
 */
export const replayCalls = defineOperation(
	{
		name: 'Replay Calls',
		action: 'Replay calls of webhooks',
		description: 'Have Phrase make calls again, each to the receiver of the webhook that it belongs to',
		fields: {
			calls: choice(
				{ displayName: 'Calls', description: 'The calls to make again' },
				[
					{ name: 'By UID', value: 'uids', description: 'The calls that the input names, in this order' },
					{
						name: 'Latest',
						value: 'latest',
						description: 'The latest calls of the account, whichever webhooks they belong to',
					},
				],
				'uids',
			),
			callUids: shownWhen(
				{ calls: ['uids'] },
				idList(
					{
						displayName: 'Call UIDs',
						default: '={{ $json.callUid }}',
						description: 'UIDs of the calls: one, several with commas or blanks, or a list by expression',
					},
					{ min: 1 },
				),
			),
			numberOfCalls: shownWhen(
				{ calls: ['latest'] },
				wholeNumber(
					{ displayName: 'Number of Calls', description: 'How many of the latest calls to make again' },
					{ min: 1, initially: USUAL_NUMBER },
				),
			),
		},
	},
	{
		request: ({ callUids, numberOfCalls }) =>
			callUids === undefined ? replayLatestCalls(numberOfCalls) : replay(callUids),
		ends: none(({ callUids, numberOfCalls }) => ({ callUids, numberOfCalls, accepted: true })),
	},
);
