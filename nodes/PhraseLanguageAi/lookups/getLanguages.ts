import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { LANGUAGES } from '../languages';

/** The languages for a parameter that takes several. */
export async function getLanguages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return LANGUAGES.map(({ code, name }) => ({ name: `${name} (${code})`, value: code }));
}
