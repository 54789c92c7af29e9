import { notFound } from '../errors';
import { uidOf } from '../seededRandom';

/** A thing that Phrase only keeps: what a client said of it, its ids, and who made it when. */
export type PlainItem = Record<string, unknown>;

const FIRST_ID = 1_000;

/** The plain resources of the organization, collection by collection. */
export class PlainResources {
	private readonly collections: Map<string, PlainItem[]>;

	private made = 0;

	/** @param seeds - what there is from the beginning, by the collection's path without a version */
	constructor(seeds: object) {
		this.collections = new Map(Object.entries(structuredClone(seeds) as Record<string, PlainItem[]>));
	}

	/**
	 * The items of a collection.
	 *
	 * @param path - `/api2/costCenters`, with the uids of what is around it
	 * @param first - makes what is in it when it is first asked for
	 */
	all(path: string, first: () => PlainItem[] = () => []): PlainItem[] {
		const items = this.collections.get(path) ?? first();
		this.collections.set(path, items);
		return items;
	}

	/** Finds an item by its uid or its id. */
	find(path: string, id: string): PlainItem | undefined {
		return this.all(path).find((item) => item.uid === id || String(item.id) === id);
	}

	/** @throws ApiError 404 */
	get(path: string, id: string): PlainItem {
		const item = this.find(path, id);
		if (!item) throw notFound(path.slice(path.lastIndexOf('/') + 1), id);
		return item;
	}

	/** Puts something new into a collection, with ids of its own. */
	add(path: string, said: PlainItem): PlainItem {
		this.made += 1;
		const item = { ...said, uid: uidOf(`${path}:${this.made}`), id: String(FIRST_ID + this.made) };
		this.all(path).push(item);
		return item;
	}

	/** @throws ApiError 404 */
	remove(path: string, id: string): void {
		const items = this.all(path);
		items.splice(items.indexOf(this.get(path, id)), 1);
	}
}
