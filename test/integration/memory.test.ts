import { measure } from '../../bench/memory/child';
import { useSandbox } from '../support/useSandbox';

const MB = 1_000_000;
const MIB = 1024 * 1024;

jest.setTimeout(180_000);

const sandbox = useSandbox();

it.each([
	['download', 512 * MIB],
	['upload', 256 * MIB],
] as const)(
	'a %s of %d bytes raises the memory of the process by less than 128 MB',
	async (direction, bytes) => {
		const { raisedBytes, sha256, expectedSha256 } = await measure(direction, bytes, sandbox);
		expect(sha256).toBe(expectedSha256);
		expect(raisedBytes).toBeLessThan(128 * MB);
	},
);
