import { z } from 'zod/v4';
import { choices, type Options } from '../../../../core/fields/choice';
import { field, type Field } from '../../../../core/fields/field';
import { listOfTexts, textList } from '../../../../core/fields/list';
import { WEBHOOK_EVENTS } from '../../../../core/phrase/events/webhookEvents';

/** An event as Phrase writes it. Which ones there are is for Phrase to say: it adds new ones. */
export const eventName = () =>
	z.string().regex(/^[A-Z][A-Z0-9_]*$/, {
		error: ({ input }) =>
			`${JSON.stringify(input)} is not an event as Phrase writes it, such as 'JOB_STATUS_CHANGED'`,
	});

const eventNames = () => listOfTexts().pipe(z.array(eventName()));

/**
 * The fields that choose events: from a list, and by name for those that are not on it.
 * @param description of the list, sentence case
 */
export function eventFields(description: string) {
	return { events: events(description), otherEvents: otherEvents() };
}

/**
 * Events from a list; an expression can name others.
 * @param options what the list offers
 */
export function events(description: string, options: Options<string> = WEBHOOK_EVENTS): Field<string[]> {
	return field(choices({ displayName: 'Events', description }, options).property, eventNames);
}

/** Events by name. */
export function otherEvents(): Field<string[]> {
	return field(
		textList({
			displayName: 'Other Events',
			placeholder: 'e.g. JOB_CREATED, PROJECT_CREATED',
			description:
				"Comma-separated events in addition to those selected in 'Events', for events that Phrase adds later",
		}).property,
		eventNames,
	);
}

/** All events that `eventFields` chose, each once; none when the user added neither field. */
export function chosenEvents({ events = [], otherEvents = [] }: ChosenEvents): string[] {
	return [...new Set([...events, ...otherEvents])];
}

interface ChosenEvents {
	events?: string[];
	otherEvents?: string[];
}

/** What is wrong when no event was chosen where one has to be. */
export const NO_EVENT = "Choose at least one event in 'Events', or name one in 'Other Events'";

/** What a trigger shows below its name: its event, or how many it has. */
export const EVENTS_SUBTITLE =
	'={{ $parameter["events"].length === 1 ? $parameter["events"][0].replace(/_/g, " ").toLowerCase() : $parameter["events"].length + " events" }}';
