import { many } from '../../../../core/endings/many';
import { choices } from '../../../../core/fields/choice';
import { rows } from '../../../../core/fields/rows';
import { asRecord } from '../../../../core/http/read';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';
import { targetLangOrAll } from '../../../shared/tms/fields/targetLangs';
import { termBaseId } from '../../../shared/tms/fields/termBase';

const base = {
	termBaseId: termBaseId(),
	modes: choices(
		{ displayName: 'Use For', description: 'What the project does with the term base' },
		[
			{ name: 'Quality Assurance', value: 'check', description: 'Translations are checked against it' },
			{ name: 'Reading', value: 'read' },
			{ name: 'Writing', value: 'write', description: 'New terms are saved in it; one term base at most' },
		],
		{ min: 1, initially: ['read'] },
	),
};

/** Sets the term bases of a project. Source: setProjectTermBases, PUT /api2/v1/projects/{projectUid}/termBases. */
export const setTermBases = defineOperation(
	{
		name: 'Set Term Bases',
		action: 'Set term bases of a project',
		description: 'Set which term bases a project reads and writes, instead of those before',
		fields: {
			projectUid: project(),
			targetLang: targetLangOrAll('The language that the term bases are for'),
			termBases: rows(
				{
					displayName: 'Term Bases',
					row: 'Term Base',
					addText: 'Add term base',
					description: 'The term bases that the project has from now on',
				},
				base,
			),
		},
	},
	{
		check: ({ termBases }) =>
			termBases.filter(({ modes }) => modes.includes('write')).length > 1
				? "'Term Bases' writes to more than one: a project writes to one term base"
				: undefined,
		request: ({ projectUid, targetLang, termBases }) => {
			const idsFor = (mode: 'read' | 'write' | 'check') =>
				termBases.filter(({ modes }) => modes.includes(mode)).map(({ termBaseId: id }) => ({ id }));
			return PUT`/api2/v1/projects/${projectUid}/termBases`.repeatable('always').json({
				targetLang: targetLang === '' ? undefined : targetLang,
				readTermBases: idsFor('read'),
				writeTermBase: idsFor('write')[0],
				qualityAssuranceTermBases: idsFor('check'),
			});
		},
		ends: many({
			at: 'termBases',
			paged: false,
			add: ({ projectUid }, _answer, { termBase }) => ({ projectUid, termBaseUid: asRecord(termBase).uid }),
		}),
	},
);
