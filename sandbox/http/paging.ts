import { single, type Call } from './call';

/** A page as both products write it. */
export interface Page {
	totalElements: number;
	totalPages: number;
	pageSize: number;
	pageNumber: number;
	numberOfElements: number;
	content: unknown[];
}

/**
 * The page of a list that the call asks for; `pageNumber` counts from 0.
 *
 * @param present - how one element looks in the answer
 * @param defaultSize - elements per page when the call does not say
 */
export function page<T>(call: Call, elements: T[], present: (element: T) => unknown, defaultSize = 50): Page {
	const pageNumber = Number(single(call, 'pageNumber') ?? 0);
	const pageSize = Number(single(call, 'pageSize') ?? defaultSize);
	const content = elements.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize).map(present);
	return {
		totalElements: elements.length,
		totalPages: Math.ceil(elements.length / pageSize),
		pageSize,
		pageNumber,
		numberOfElements: content.length,
		content,
	};
}
