import { locator } from '../../../../core/fields/locator';
import { searchJobs } from '../jobSearch';
import { UID, WEB } from './address';

/** The job an operation is about; its list follows the chosen project. */
export const job = ({ optional = false } = {}) =>
	locator({
		optional,
		displayName: 'Job',
		description: 'The job, which is one file in one target language and workflow step',
		search: searchJobs,
		idPlaceholder: 'e.g. uFgunDJ2k0aXPwQ7vC4Ek1',
		url: {
			placeholder: 'e.g. https://cloud.memsource.com/web/job/uFgunDJ2k0aXPwQ7vC4Ek1/translate',
			idPattern: `(?:${WEB}|\\s*https?://[^/]+/twe/translation)/job/${UID}`,
		},
	});
