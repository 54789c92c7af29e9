import type { Assignment } from './assignments';

/**
 * Finds what assignments cannot say, alone or together. Phrase knows one due date and one email for a workflow step,
 * whatever the language.
 * @param targetLangs languages that the job gets; none when these are all of the project
 * @returns what is wrong, naming the row; undefined when nothing is
 */
export function checkAssignments(assignments: Assignment[], targetLangs: string[]): string | undefined {
	for (const [index, row] of assignments.entries()) {
		const wrong = wrongAlone(row, targetLangs) ?? wrongTogether(row, assignments.slice(0, index));
		if (wrong !== undefined) return `'Assignments': row ${index + 1}: ${wrong}`;
	}
	return undefined;
}

function wrongAlone(row: Assignment, targetLangs: string[]): string | undefined {
	const { targetLang, providerType, due, emailTemplateId, notificationInterval } = row;
	if (targetLang !== '' && targetLangs.length > 0 && !targetLangs.includes(targetLang)) {
		return `'${targetLang}' is not one of the target languages`;
	}
	if (notificationInterval > 0 && emailTemplateId === '') {
		return "'Notification Interval (Minutes)' needs 'Email Template'";
	}
	return providerType === 'NOBODY' && due === undefined && emailTemplateId === ''
		? 'says nothing: give a provider, a due date or an email template'
		: undefined;
}

function wrongTogether(row: Assignment, before: Assignment[]): string | undefined {
	const [first] = before;
	if (first && (first.workflowStepId === '') !== (row.workflowStepId === '')) {
		return 'give the workflow step in every row, or in no row when the project has no workflow steps';
	}
	const sameStep = before.filter(({ workflowStepId }) => workflowStepId === row.workflowStepId);
	if (sameStep.some(({ due }) => due !== undefined && row.due !== undefined && due !== row.due)) {
		return "has another 'Due Date' than a row before it, of the same workflow step";
	}
	const otherEmail = sameStep.some(
		({ emailTemplateId, notificationInterval }) =>
			emailTemplateId !== '' &&
			row.emailTemplateId !== '' &&
			(emailTemplateId !== row.emailTemplateId || notificationInterval !== row.notificationInterval),
	);
	return otherEmail
		? "has another 'Email Template' or 'Notification Interval (Minutes)' than a row before it, of the same workflow step"
		: undefined;
}
