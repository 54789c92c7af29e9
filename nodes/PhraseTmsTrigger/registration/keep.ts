import type { Registration } from '../triggerState';
import type { Hook } from './hook';
import type { Known } from './known';
import { rememberRegistration } from './registrationMemory';
import { tokenDigest } from './secretToken';
import { store } from './store';
import type { Wanted } from './wanted';

/**
 * Notes a registration: in the node's state, which n8n saves later, and in this process at once.
 * @param secretToken undefined when only its digest is known, which is stored then
 */
export function keep(
	hook: Hook,
	{ url }: Wanted,
	known: Known,
	uid: string,
	secretToken: string | undefined,
): void {
	const digest = (secretToken === undefined ? known.stored?.tokenDigest : tokenDigest(secretToken)) ?? '';
	const same = [known.stored, known.remembered].find((one) => one?.tokenDigest === digest);
	const registration: Registration = {
		uid,
		url,
		tokenDigest: digest,
		tokenMadeAt: same?.tokenMadeAt ?? Date.now(),
		...(known.account !== undefined && { account: known.account }),
	};
	const { key, mode, credential } = hook;
	if (secretToken !== undefined)
		rememberRegistration(key, mode, { ...registration, secretToken, credential });
	store(hook, mode, registration);
}
