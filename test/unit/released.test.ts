import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingNames, publicNames, type PublicNames } from '../../scripts/publicNames';
import { releasedNames } from '../../scripts/releasedNames';
import { credentials, nodes, ROOT } from '../support/shipped';

const FOLDER = join(ROOT, 'test/released');

const allNodes = nodes().map(({ instance }) => instance);
const allCredentials = credentials().map(({ instance }) => instance);
const now = publicNames(allNodes, allCredentials);

const namesOf = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as PublicNames;

describe('what is saved by a version', () => {
	it.each(readdirSync(FOLDER))('is known to this one, every parameter and value: %s', (file) => {
		expect(missingNames(namesOf(file), now)).toEqual([]);
	});

	it('that is not released yet is written down (else run `npm run docs`)', () => {
		const names = releasedNames(allNodes, allCredentials);
		if (names !== undefined) expect(readFileSync(names.file, 'utf8')).toBe(names.text);
		expect(readdirSync(FOLDER).length).toBeGreaterThan(0);
	});
});

describe('what a later version lacks', () => {
	const operation = 'phraseTms@2 job/get';

	it('is named: a version of a node, an operation, a parameter, a value', () => {
		const { [operation]: parameters = {}, ...others } = now;
		expect(missingNames(now, others)).toEqual([operation]);
		const { jobUid, ...rest } = parameters;
		expect(jobUid).toBeDefined();
		expect(missingNames(now, { ...now, [operation]: rest })).toEqual([`${operation}: jobUid`]);
		const fewer = { ...parameters, authentication: ['phraseTmsApi'] };
		expect(missingNames(now, { ...now, [operation]: fewer })).toEqual([
			`${operation}: authentication: phraseTmsOAuth2Api`,
		]);
	});

	it('is nothing where something came along', () => {
		expect(missingNames({ [operation]: now[operation] ?? {} }, now)).toEqual([]);
	});
});
