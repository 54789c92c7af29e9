import type { Route } from './serve';

/** A route that a request has found. */
export interface FoundRoute extends Route {
	/** Path parameters, decoded. */
	params: Record<string, string>;
}

/** One segment of the paths that begin alike. */
interface Branch {
	fixed: Map<string, Branch>;
	parameter?: Branch;
	/** By method, for paths that end here. */
	routes: Map<string, Route>;
}

/**
 * Finds routes by method and path. There are as many as Phrase has endpoints: fastify would spend more time on them, for
 * each sandbox, than a test file has calls.
 */
export class Router {
	private readonly root = branch();

	constructor(routes: Iterable<Route>) {
		for (const route of routes) {
			let at = this.root;
			for (const segment of segmentsOf(route.operation.path)) at = below(at, segment);
			at.routes.set(route.operation.endpoint.method, route);
		}
	}

	/** @param path - as it came, encoded */
	find(method: string, path: string): FoundRoute | undefined {
		const segments = segmentsOf(path);
		const route = search(this.root, segments, method);
		if (!route) return undefined;
		const names = segmentsOf(route.operation.path);
		const params = names.flatMap((name, index) =>
			isParameter(name) ? [[name.slice(1, -1), decodeURIComponent(segments[index] ?? '')]] : [],
		);
		return { ...route, params: Object.fromEntries(params) as FoundRoute['params'] };
	}
}

/** A fixed segment goes before a parameter: `/users/lastLogins` is no user. */
function search(at: Branch, [segment, ...rest]: string[], method: string): Route | undefined {
	if (segment === undefined) return at.routes.get(method);
	const fixed = at.fixed.get(segment);
	const found = fixed && search(fixed, rest, method);
	if (found || segment === '' || !at.parameter) return found;
	return search(at.parameter, rest, method);
}

function below(at: Branch, segment: string): Branch {
	if (isParameter(segment)) return (at.parameter ??= branch());
	const next = at.fixed.get(segment) ?? branch();
	at.fixed.set(segment, next);
	return next;
}

function branch(): Branch {
	return { fixed: new Map(), routes: new Map() };
}

function segmentsOf(path: string): string[] {
	return path.split('/').slice(1);
}

function isParameter(segment: string): boolean {
	return segment.startsWith('{');
}
