import { none } from '../../../../core/endings/none';
import { fromInput } from '../../../../core/fields/fromInput';
import { textList } from '../../../../core/fields/list';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { emailTemplate } from '../../../shared/tms/fields/emailTemplate';
import { jobUids, onlyJob } from '../../../shared/tms/fields/jobUids';
import { project } from '../../../shared/tms/fields/project';

const addresses = (displayName: string, who: string) =>
	textList({
		displayName,
		placeholder: 'e.g. pm@example.com',
		description: `Email addresses that get a ${who}, with commas between them`,
	});

/**
 * Has Phrase write an email to those who are assigned to jobs.
 * Source: notifyAssigned, POST /api2/v1/projects/{projectUid}/jobs/notifyAssigned.
 */
export const notifyAssigned = defineOperation(
	{
		name: 'Notify Assigned',
		action: 'Notify who is assigned to jobs',
		description: 'Send an email to the users and vendors that jobs are assigned to',
		fields: {
			...fromInput({ projectUid: project(), jobUids: jobUids() }),
			emailTemplateId: emailTemplate('The email to send'),
		},
		options: {
			bcc: addresses('BCC', 'blind copy'),
			cc: addresses('CC', 'copy'),
		},
	},
	{
		request: ({ projectUid, jobUids: uids, emailTemplateId, options: { cc, bcc } }) =>
			POST`/api2/v1/projects/${projectUid}/jobs/notifyAssigned`.repeatable('refused').json({
				jobs: uids.map((uid) => ({ uid })),
				emailTemplate: { id: emailTemplateId },
				cc,
				bcc,
			}),
		ends: none(({ projectUid, jobUids: uids }) => ({
			projectUid,
			jobUids: uids,
			...onlyJob(uids),
			notified: true,
		})),
	},
);
