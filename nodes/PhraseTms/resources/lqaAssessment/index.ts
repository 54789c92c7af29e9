import type { Resource } from '../../../../core/operation/operation';
import { discard } from './discard.operation';
import { downloadReports } from './downloadReports.operation';
import { finish } from './finish.operation';
import { get } from './get.operation';
import { getReportLink } from './getReportLink.operation';
import { runAuto } from './runAuto.operation';
import { start } from './start.operation';

/** What people, or Phrase's AI, say about the quality of translations. */
export const lqaAssessment: Resource = {
	name: 'LQA Assessment',
	operations: { discard, downloadReports, finish, get, getReportLink, runAuto, start },
	defaultOperation: 'get',
};
