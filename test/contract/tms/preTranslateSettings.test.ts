import type { INodeParameters } from 'n8n-workflow';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { ScriptedPhrase } from '../../support/phrase';
import { json } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** Gives what is sent, of which the sandbox looks whether Phrase takes it. */
async function sent(more: INodeParameters) {
	const { uid, jobUid } = sandbox.seed.project;
	const parameters = {
		resource: 'job',
		operation: 'preTranslate',
		projectUid: byId(uid),
		jobUids: jobUid,
		waitForCompletion: false,
		...more,
	};
	await runTms(sandbox, parameters);
	const phrase = await ScriptedPhrase.start((response) => {
		json(response, 202, { asyncRequest: { id: '1' } });
	});
	try {
		await runTms(sandbox, parameters, { credentials: { phraseTmsApi: phrase.credential() } });
		const { jobs: _jobs, ...settings } = JSON.parse(String(phrase.requests[0]?.body)) as object & {
			jobs: unknown;
		};
		return settings;
	} finally {
		await phrase.server.close();
	}
}

it.each<[string, INodeParameters, object]>([
	["Phrase's defaults", {}, {}],
	['the settings of the project', { settings: 'project' }, { useProjectPreTranslateSettings: true }],
	[
		'JSON',
		{
			settings: 'json',
			preTranslateSettingsJson: '{"nonTranslatableSettings":{"lock100PercentMatches":true}}',
		},
		{ preTranslateSettings: { nonTranslatableSettings: { lock100PercentMatches: true } } },
	],
	[
		'fields, of which only those are sent that the user added',
		{
			settings: 'fields',
			preTranslateSettings: { overwriteExistingTranslations: true },
			translationMemorySettings: {
				translationMemoryThreshold: '={{ "0.85" }}',
				lock101PercentMatches: false,
			},
			machineTranslationSettings: {
				machineTranslationBehavior: 'COMPARE_AND_BEST_MATCH',
				mtSuggestOnlyTmBelowThreshold: 1.01,
			},
		},
		{
			preTranslateSettings: {
				overwriteExistingTranslations: true,
				translationMemorySettings: { translationMemoryThreshold: 0.85, lock101PercentMatches: false },
				machineTranslationSettings: {
					machineTranslationBehavior: 'COMPARE_AND_BEST_MATCH',
					mtSuggestOnlyTmBelowThreshold: 1.01,
				},
			},
		},
	],
	[
		'what was chosen, and nothing that was there before',
		{ settings: 'project', preTranslateSettingsJson: '{"a":1}' },
		{ useProjectPreTranslateSettings: true },
	],
])('pre-translates with %s', async (_what, more, expected) => {
	expect(await sent(more)).toEqual(expected);
});

it('knows every setting that Phrase knows', async () => {
	const { description } = new PhraseTms();
	const on = (name: string) => {
		const { options = [] } = description.properties.find((property) => property.name === name) ?? {};
		return Object.fromEntries(options.map((option) => [option.name, 'default' in option && option.default]));
	};
	const names = [
		'preTranslateSettings',
		'translationMemorySettings',
		'machineTranslationSettings',
		'nonTranslatableSettings',
	];
	const given = Object.fromEntries(names.map((name) => [name, on(name)])) as INodeParameters;
	const { preTranslateSettings } = (await sent({ settings: 'fields', ...given })) as {
		preTranslateSettings: Record<string, object>;
	};
	const { preTranslateSettings: general, ...parts } = given;
	expect(preTranslateSettings).toEqual({ ...(general as object), ...parts });
	expect(Object.keys(preTranslateSettings)).toHaveLength(9);
});

it('refuses a threshold that is none, and names it', async () => {
	const refused = sent({ settings: 'fields', translationMemorySettings: { translationMemoryThreshold: 70 } });
	expect(((await thrownBy(refused)) as Error).message).toMatch(
		/^'Translation Memory Settings': 'Threshold': expected a number from 0 to 1.01, not 70$/,
	);
	expect(sandbox.requests()).toEqual([]);
});
