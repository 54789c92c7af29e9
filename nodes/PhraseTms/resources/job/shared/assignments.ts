import { choice } from '../../../../../core/fields/choice';
import { dateTime } from '../../../../../core/fields/dateTime';
import { shownWhen, type Values } from '../../../../../core/fields/field';
import { FIELDS_OR_JSON } from '../../../../../core/fields/json';
import { rows } from '../../../../../core/fields/rows';
import { optionalEmailTemplate } from '../../../../shared/tms/fields/emailTemplate';
import { targetLangOrAll } from '../../../../shared/tms/fields/targetLangs';
import { user } from '../../../../shared/tms/fields/user';
import { vendor } from '../../../../shared/tms/fields/vendor';
import { optionalWorkflowStep } from '../../../../shared/tms/fields/workflowStep';
import { assignmentsJson, workflowSettingsJson } from './assignmentsJson';
import { notificationInterval, toNotifyProvider } from './notification';

const assignment = {
	workflowStepId: optionalWorkflowStep('None in a project without workflow steps'),
	targetLang: targetLangOrAll('The language that the provider translates into'),
	providerType: choice(
		{ displayName: 'Provider Type', description: 'Who does the work' },
		[
			{ name: 'Nobody', value: 'NOBODY', description: 'Set only the due date and the email of the step' },
			{ name: 'User', value: 'USER' },
			{ name: 'Vendor', value: 'VENDOR' },
		],
		'USER',
	),
	userId: shownWhen({ providerType: ['USER'] }, user()),
	vendorId: shownWhen({ providerType: ['VENDOR'] }, vendor()),
	due: dateTime({
		displayName: 'Due Date',
		description: 'When the workflow step is due, in all languages',
	}),
	emailTemplateId: optionalEmailTemplate('The email that tells the providers of the workflow step'),
	notificationInterval: notificationInterval(
		"Minutes between the emails, up to a day. Needs 'Email Template'.",
	),
};

/** Who does the work of one workflow step in one language, or in all; and until when the step is due. */
export type Assignment = Values<typeof assignment>;

/** The fields that assign jobs when they are created. */
export const assignmentFields = {
	assign: choice(
		{ displayName: 'Assign', description: 'Who does the work, and until when' },
		[
			{ name: 'Nobody', value: 'nobody', description: 'Leave it to the settings of the project' },
			...FIELDS_OR_JSON,
		],
		'nobody',
	),
	assignments: shownWhen(
		{ assign: ['fields'] },
		rows(
			{
				displayName: 'Assignments',
				row: 'Assignment',
				addText: 'Add assignment',
				description: 'Who does which workflow step in which language, and until when',
			},
			assignment,
		),
	),
	assignmentsJson: shownWhen({ assign: ['json'] }, assignmentsJson),
	workflowSettingsJson: shownWhen({ assign: ['json'] }, workflowSettingsJson),
};

/** What the user gave of `assignmentFields`, and the languages that the job gets. */
type Given = Values<typeof assignmentFields> & { targetLangs: string[] };

/** What Phrase is to know of one workflow step, or of all the work where a project has no steps. */
interface Assigned {
	assignments?: object[];
	due?: string;
	notifyProvider?: object;
}

/**
 * The assignments as Phrase wants them: by workflow step where they name steps, otherwise for all the work.
 * Source: schema JobCreateRequestDtoV1.
 */
export function toAssignments(given: Given): Assigned & { workflowSettings?: object[] } {
	const { assignments: chosen, assignmentsJson: assignments, workflowSettingsJson: workflowSettings } = given;
	if (chosen === undefined) return { assignments, workflowSettings };
	const steps = [...new Set(chosen.map(({ workflowStepId }) => workflowStepId))].map((id) => ({
		id,
		...assigned(
			chosen.filter(({ workflowStepId }) => workflowStepId === id),
			given.targetLangs,
		),
	}));
	const { id, ...withoutStep } = steps[0] ?? { id: '' };
	if (id === '') return withoutStep;
	// A step has to have assignments, be it without providers.
	const nobody = given.targetLangs.map((targetLang) => ({ targetLang }));
	return { workflowSettings: steps.map((step) => ({ ...step, assignments: step.assignments ?? nobody })) };
}

/** What rows of one workflow step say together. A row without a language is about each of them. */
function assigned(chosen: Assignment[], targetLangs: string[]): Assigned {
	const providers = chosen.filter(({ providerType }) => providerType !== 'NOBODY');
	const languages = new Set(providers.flatMap(({ targetLang }) => targetLang || targetLangs));
	const email = chosen.find(({ emailTemplateId }) => emailTemplateId !== '');
	const assignments = [...languages].map((targetLang) => ({
		targetLang,
		providers: each(providers.filter((one) => ['', targetLang].includes(one.targetLang))),
	}));
	return {
		assignments: assignments.length > 0 ? assignments : undefined,
		due: chosen.find(({ due }) => due !== undefined)?.due,
		notifyProvider: toNotifyProvider(email?.emailTemplateId, email?.notificationInterval),
	};
}

/** The providers that rows name, each once. */
function each(chosen: Assignment[]): object[] {
	const providers = chosen.map(({ providerType: type, userId, vendorId }) => ({
		type,
		id: userId ?? vendorId,
	}));
	return [...new Map(providers.map((provider) => [`${provider.type} ${provider.id}`, provider])).values()];
}
