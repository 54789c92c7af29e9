import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Segmentation rules by name. Source: getListOfSegmentationRules, GET /api2/v1/segmentationRules. */
const searchSegmentationRules = searchOf('searchSegmentationRules', {
	list: GET`/api2/v1/segmentationRules`,
	by: 'name',
	id: 'id',
	label: ({ name, language }, id) => `${asText(name) ?? id} (${asText(language) ?? 'any language'})`,
});

/** A segmentation rule of the organization, by its `id`; an empty text for none. */
export const optionalSegmentationRule = (description: string) =>
	locator({
		displayName: 'Segmentation Rule',
		description,
		search: searchSegmentationRules,
		idPlaceholder: 'e.g. 12',
		optional: true,
	});
