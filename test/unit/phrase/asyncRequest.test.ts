import { throwIfUnsuccessful } from '../../../core/phrase/asyncRequest';
import { PhraseError } from '../../../core/http/errors';

const ended = (asyncResponse: object) =>
	({ id: '1', action: 'EXPORT_COMPLETE_FILE', asyncResponse }) as never;

it('an ended request without an error code went well', () => {
	expect(() =>
		throwIfUnsuccessful(ended({ dateCreated: '2030-01-01T00:00:00Z', warnings: [] }), 'The export'),
	).not.toThrow();
});

it('an error code is told with what Phrase says of it', () => {
	const asyncResponse = {
		errorCode: 'EXPORT_FAILED',
		errorDesc: 'The file could not be made',
		errorDetails: [{ code: 'SEGMENT', args: { segment: '12' }, message: 'Look at segment 12' }, 'odd'],
	};
	try {
		throwIfUnsuccessful(ended(asyncResponse), 'The export');
		throw new Error('Nothing was thrown');
	} catch (error) {
		expect(error).toBeInstanceOf(PhraseError);
		const { message, description, errorCode } = error as PhraseError;
		expect(message).toBe('The export did not succeed in Phrase');
		expect(description).toContain('EXPORT_COMPLETE_FILE');
		expect(description).toContain('The file could not be made');
		expect(description).toContain('SEGMENT: Look at segment 12.\n');
		expect(errorCode).toBe('EXPORT_FAILED');
	}
});
