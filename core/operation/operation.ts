import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { Readable } from 'node:stream';
import type { PhraseClient } from '../http/client.types';
import type { PhraseError } from '../http/errors';
import type { PhraseRequest } from '../http/request';
import type { CallbackTarget } from '../fields/notify';
import type { SignedContext } from '../callbacks/callbackUrl';
import type { Consistent, Fields, OptionalValues, Values } from '../fields/field';
import type { OutputItem, Part } from './part';
import type { Slept } from './slept';
import { inPanelOrder } from './panelOrder';
import type { CalledBackKind, StartedWork } from './startedWork';
import type { StillPending } from './stillPending';
import type { Slots } from '../concurrency/slots';

/** What came of one input item: its parts; what prevented all of it; or that it has to wait for a callback. */
export type Outcome = Part[] | Error | StillPending;

/** What a request may need besides the user's values. */
export interface RequestTools {
	/**
	 * The URL that Phrase is to call when the work has ended, with the context of the call. It is signed when
	 * the credential holds a callback signing secret. It is undefined when nobody is to be told, and when this execution
	 * is to sleep and cannot.
	 */
	callbackUrl(target: CallbackTarget, context: SignedContext): string | undefined;
}

/** One input item on its way through an operation. */
export interface Call<V> {
	/** The checked values of the operation's fields and of its ending's fields. */
	values: V;
	/**
	 * Makes the operation's request anew.
	 * @param others values to take instead of the user's
	 */
	request: (others?: object) => PhraseRequest;
	/** Makes another request, with what the operation's own could use as well. */
	requestWith: (make: (tools: RequestTools) => PhraseRequest) => PhraseRequest;
	client: PhraseClient;
	/** How many input items the run has. */
	itemCount: number;
	/** When the run began, ms since 1970. */
	begun: number;
	/** When the item began, ms on the clock of `performance.now()`, which nobody sets. */
	since: number;
	/** Whether Phrase wakes this execution about the work that came in with the item, as the item says. */
	awaitsCallback: boolean;
	/** Why the execution cannot sleep, a sentence for the user; undefined when it can. */
	sleepless: () => string | undefined;
	/** The sleep that the execution has been woken from; undefined when it has not slept in this node. */
	slept?: Slept;
	/** Aborted when the execution is stopped, or when the run cannot end well any more. */
	signal: AbortSignal;
	/** What bounds the run's work ('Parallel Requests'). The call holds one; it lends that while it only waits. */
	slots: Slots;
	/** Longest time that a wait by polling may take whatever the user chose, in ms; bounded for AI agents. */
	longestWaitMs: number;
	/** Notes what now exists in Phrase. Whatever comes of the item or of the run, the user is told of it. */
	started: (work: StartedWork) => void;
	/**
	 * Tells the run of a failure as soon as it is known, when other parts of the item still go on.
	 * @returns the failure, to be put beside the other parts, when the node is set to continue
	 * @throws it otherwise, and ends the run
	 */
	failed: (error: unknown) => PhraseError;
	/** Tells the user something about the run, below its output and in n8n's log. The same text is told once. */
	hint: (text: string) => void;
	/**
	 * Moves a stream into n8n's binary storage.
	 * @param mimeType media type; n8n tells it from the file name when it is left out
	 * @throws the stream's error
	 */
	store: (stream: Readable, fileName: string, mimeType?: string) => Promise<IBinaryData>;
}

/** How the items of an operation come out of two outputs, when a switch of the operation is on. */
export interface Splits {
	/** The switch, which is the same for all items. */
	parameter: string;
	/** Whether an item comes out of the first output; an error item may be asked about as well. */
	isFirst(item: INodeExecutionData): boolean;
}

/**
 * How an operation ends: what it does with its request, and what that adds to the node's parameters.
 *
 * @typeParam V values the ending needs from the operation's own fields
 */
export interface Ending<V = unknown> {
	/** Parameters of the ending, such as Return All or the binary field to write. */
	fields?: Fields;
	/** Entries of the ending in the node's Options. */
	options?: Fields;
	/** Set when the items are about work that came in with them: they keep all members and files they came in with. */
	handsOn?: true;
	/** For endings that can let the execution sleep until Phrase calls back: the kind of work that it waits for. */
	sleepsOn?: CalledBackKind<unknown>;
	/** Whether, with these values, an earlier try's work is found, so that trying again does nothing twice. */
	looksFirst?(values: V): boolean;
	/** Set when the user can have the items come out of two outputs. */
	splits?: Splits;
	/** Items that are sent together; without it each item goes alone. */
	pack?: {
		/** Most items in one call. */
		size: number;
		/** Items go together only when their keys are equal. */
		key(values: V): string;
	};
	/**
	 * Runs the calls of one pack.
	 * @returns the output of each call, or what prevented it, in the order of the calls
	 * @throws PhraseError when all calls of the pack share the reason
	 */
	run(calls: Array<Call<V>>): Promise<Outcome[]>;
}

/** The values of an operation: its fields, and its options under `options`. */
export type OperationValues<F extends Fields, O extends Fields> = Values<F> & { options: OptionalValues<O> };

/** What an operation is for, and what it asks for. */
export interface OperationForm<F extends Fields, O extends Fields> {
	/** Name in the Operation list, Title Case. */
	name: string;
	/** Name in the node panel, verb and object, sentence case. */
	action: string;
	/** What it does, sentence case. */
	description: string;
	/** What it asks for. */
	fields: F & Consistent<F>;
	/** What it asks for in the node's Options. */
	options?: O;
	/** Set when the operation is of no use to an AI agent, such as one that hands over bytes or waits long. */
	hiddenInTools?: boolean;
	/** Set when the members of its items depend on what the user chooses, so that nobody can tell them before. */
	outputVaries?: boolean;
}

/** What an operation sends, and how it ends. */
export interface OperationCourse<V> {
	/**
	 * Looks at the values together.
	 * @returns what is wrong, naming the parameters; undefined when nothing is
	 */
	check?(values: V): string | undefined;
	/** The (first) call to Phrase. */
	request(values: V, tools: RequestTools): PhraseRequest;
	ends: Ending<V>;
}

/** An operation as the description and the runner see it. */
export interface Operation {
	name: string;
	action: string;
	description: string;
	fields: Fields;
	options: Fields;
	hiddenInTools: boolean;
	outputVaries: boolean;
	check(values: Record<string, unknown>): string | undefined;
	/** Makes the (first) call to Phrase; undefined for an operation that calls nobody. */
	request?(values: Record<string, unknown>, tools: RequestTools): PhraseRequest;
	ends: Ending<Record<string, unknown>>;
}

/** The operations of one Phrase resource. */
export interface Resource {
	/** Name in the Resource list, Title Case, singular. */
	name: string;
	/** Operations by their `operation` value: public interface, saved workflows hold it. */
	operations: Record<string, Operation>;
	/** The operation a new node starts with. */
	defaultOperation: string;
}

/** Resources by their `resource` value: public interface, saved workflows hold it. */
export type Resources = Record<string, Resource>;

/**
 * Makes an operation. The types of the values are known inside its file only; the runner hands in exactly what the
 * fields' checks let through.
 *
 * @param form what the operation is for and what it asks for
 * @param course what it sends and how it ends
 */
export function defineOperation<F extends Fields, O extends Fields>(
	form: OperationForm<F, O>,
	course: OperationCourse<OperationValues<NoInfer<F>, NoInfer<O>>>,
): Operation {
	const typed = (values: Record<string, unknown>) => values as OperationValues<F, O>;
	return {
		name: form.name,
		action: form.action,
		description: form.description,
		fields: inPanelOrder({ ...form.fields, ...course.ends.fields }),
		options: { ...form.options, ...course.ends.options },
		hiddenInTools: form.hiddenInTools ?? false,
		outputVaries: form.outputVaries ?? false,
		check: (values) => course.check?.(typed(values)),
		request: (values, tools) => course.request(typed(values), tools),
		ends: course.ends,
	};
}

/**
 * Makes an operation that calls nobody: it answers from what the package knows.
 *
 * @param form what the operation is for and what it asks for
 * @param answer what comes of an item
 */
export function defineLocalOperation<F extends Fields, O extends Fields>(
	form: OperationForm<F, O>,
	answer: (values: OperationValues<NoInfer<F>, NoInfer<O>>) => OutputItem[],
): Operation {
	return {
		name: form.name,
		action: form.action,
		description: form.description,
		fields: inPanelOrder(form.fields),
		options: { ...form.options },
		hiddenInTools: form.hiddenInTools ?? false,
		outputVaries: form.outputVaries ?? false,
		check: () => undefined,
		ends: {
			run: async (calls) =>
				await Promise.resolve(calls.map(({ values }) => answer(values as OperationValues<F, O>))),
		},
	};
}
