import type { IDataObject } from 'n8n-workflow';
import { asText } from '../http/read';
import type { Outcome } from '../operation/operation';
import type { StartedWork } from '../operation/startedWork';

/** Members that name something in Phrase: `uid`, `id`, `jobUid`, `connectorId`. */
const NAMES = /(^|[a-z])(uid|id)$/i;

/**
 * Keeps what a run has made in Phrase. A run that ends with an error puts out none of its items, so the error has to
 * tell.
 */
export class Ledger {
	private readonly entries = new Map<number, IDataObject[]>();
	private readonly works = new WeakSet<StartedWork>();

	/** @param creates whether the items of the run stand for something that the run has created */
	constructor(private readonly creates: boolean) {}

	/** Everything that is kept, in the order of the items. */
	get exists(): IDataObject[] {
		return [...this.entries].sort(([one], [other]) => one - other).flatMap(([, entries]) => entries);
	}

	/** Keeps work that an item has started; the same work once. */
	add(itemIndex: number, work: StartedWork): void {
		if (this.works.has(work)) return;
		this.works.add(work);
		this.keep(itemIndex, work.about);
	}

	/** Keeps what has come of an item whose work is not kept already. */
	end(itemIndex: number, outcome: Outcome): void {
		if (!this.creates || this.entries.has(itemIndex) || !Array.isArray(outcome)) return;
		for (const part of outcome) if (!(part instanceof Error)) this.keep(itemIndex, namesIn(part.json));
	}

	private keep(item: number, names: IDataObject): void {
		if (Object.keys(names).length === 0) return;
		this.entries.set(item, [...(this.entries.get(item) ?? []), { item, ...names }]);
	}
}

function namesIn(json: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(json).filter(([name, value]) => NAMES.test(name) && asText(value) !== undefined),
	);
}
