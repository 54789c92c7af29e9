import { choice } from '../../../../../core/fields/choice';
import { field, shownWhen, type Values } from '../../../../../core/fields/field';
import { listOf } from '../../../../../core/fields/list';
import { givenWholeNumber, wholeNumber } from '../../../../../core/fields/number';

const positive = (displayName: string, description: string, initially: number) =>
	wholeNumber({ displayName, description }, { min: 1, initially });

/** The fields that say where a job is split. Source: schema SplitJobActionDto, of which Phrase takes one member. */
export const splitFields = {
	splitBy: choice(
		{ displayName: 'Split By', description: 'Where to split the job' },
		[
			{
				name: 'Document Part',
				value: 'documentPart',
				description: 'By the parts of a PowerPoint file',
			},
			{ name: 'Number of Parts', value: 'partCount' },
			{ name: 'Segment Numbers', value: 'segmentOrdinals', description: 'After segments that you name' },
			{ name: 'Segments Per Part', value: 'partSize' },
			{ name: 'Words Per Part', value: 'wordCount' },
		],
		'partCount',
	),
	partCount: shownWhen({ splitBy: ['partCount'] }, positive('Parts', 'How many jobs to make of it', 2)),
	partSize: shownWhen({ splitBy: ['partSize'] }, positive('Segments', 'Segments of each part', 100)),
	wordCount: shownWhen({ splitBy: ['wordCount'] }, positive('Words', 'Words of each part', 1000)),
	segmentOrdinals: shownWhen(
		{ splitBy: ['segmentOrdinals'] },
		field(
			{
				displayName: 'Segment Numbers',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. 20, 45',
				description: 'Numbers of the segments that end a part, from 1, with commas between them',
			},
			() => listOf(givenWholeNumber({ min: 1 }), { min: 1 }),
		),
	),
};

/** Where to split, as Phrase wants it. */
export function toSplit(given: Values<typeof splitFields>): object {
	const { splitBy, partCount, partSize, wordCount, segmentOrdinals } = given;
	const byDocumentPart = splitBy === 'documentPart' ? true : undefined;
	return { partCount, partSize, wordCount, segmentOrdinals, byDocumentPart };
}
