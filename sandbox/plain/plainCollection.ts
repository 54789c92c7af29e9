import { exampleOf } from '../../core/catalogue/example';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Type } from '../../core/catalogue/types';
import type { Call } from '../http/call';
import { FIRST_ITEM } from '../seed/plain';
import type { PlainItem } from '../state/plainResource';
import type { World } from '../world';

/** A collection of plain items that there is once, or once in everything around it: `/api2/jobs/{jobUid}/…`. */
export class PlainCollection {
	/**
	 * @param path - without a version, its parameters in braces
	 * @param of - what an item is
	 */
	constructor(
		private readonly path: string,
		private readonly of: Type,
		private readonly catalogue: Catalogue,
	) {}

	/** The items of the collection that a call goes to. */
	items(call: Call, { plain }: World): PlainItem[] {
		return plain.all(this.at(call), () => [this.example()]);
	}

	/** @throws ApiError 404 */
	get(call: Call, world: World, id: string): PlainItem {
		this.items(call, world);
		return world.plain.get(this.at(call), id);
	}

	/** Puts something new into it. */
	add(call: Call, world: World, said: PlainItem): PlainItem {
		this.items(call, world);
		return world.plain.add(this.at(call), said);
	}

	/** @throws ApiError 404 */
	remove(call: Call, world: World, id: string): void {
		this.items(call, world);
		world.plain.remove(this.at(call), id);
	}

	private at({ params }: Call): string {
		return this.path.replace(/\{(\w+)\}/g, (_braces, name: string) => params[name] ?? '');
	}

	private example(): PlainItem {
		return { ...(exampleOf(this.of, this.catalogue) as PlainItem), ...FIRST_ITEM };
	}
}
