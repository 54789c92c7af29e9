import { z } from 'zod/v4';
import { choice, givenSwitch, toggle } from '../../../../../core/fields/choice';
import { shownWhen, type Values } from '../../../../../core/fields/field';
import { FIELDS_OR_JSON, jsonField } from '../../../../../core/fields/json';
import { group } from '../../../../../core/fields/rows';
import { id } from '../../../../../core/fields/text';
import { connectorToken } from '../../../../shared/tms/fields/connector';
import { remoteFile as file, remoteFolder } from '../../../../shared/tms/fields/connectorFile';

const json = () =>
	z.strictObject({
		connectorToken: id(),
		remoteFileName: id(),
		remoteFolder: id().optional(),
		remoteFileNameRegex: givenSwitch(false).optional(),
		continuous: givenSwitch(false).optional(),
	});

const BY_FIELDS = { specify: ['fields'] };

const fields = {
	specify: choice(
		{ displayName: 'Specify', description: 'How to say which file it is' },
		FIELDS_OR_JSON,
		'fields',
	),
	connectorToken: shownWhen(BY_FIELDS, connectorToken()),
	remoteFolder: shownWhen(BY_FIELDS, remoteFolder()),
	remoteFileName: shownWhen(BY_FIELDS, file()),
	remoteFileNameRegex: shownWhen(
		BY_FIELDS,
		toggle({
			displayName: 'File Is a Pattern',
			description: "Whether 'File' is a regular expression for the names of files",
		}),
	),
	continuous: shownWhen(
		BY_FIELDS,
		toggle({
			displayName: 'Continuous',
			description: 'Whether the job follows later changes of the file in the repository',
		}),
	),
	json: shownWhen(
		{ specify: ['json'] },
		jsonField(
			{
				displayName: 'JSON',
				description: "The file: 'connectorToken' is the connector's 'localToken', names are the encoded ones",
				example: { connectorToken: 'token', remoteFolder: 'L2RvY3M', remoteFileName: 'Z3VpZGUubWQ' },
			},
			json,
		),
	),
};

/** A file of a connector that a job belongs to. */
export const remoteFile = group(
	{
		displayName: 'Remote File',
		row: 'Remote File',
		addText: 'Add remote file',
		description: 'The file of a connector that the job belongs to',
	},
	fields,
);

/** The file as Phrase wants it. Source: schema JobCreateRemoteFileDtoV1. */
export function toRemoteFile(given: Values<typeof fields> | undefined): object | undefined {
	if (given === undefined) return undefined;
	const { specify, json: whole, ...members } = given;
	return specify === 'json' ? whole : members;
}
