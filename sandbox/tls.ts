import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for the sandbox's own host, fresh for every start. */
export interface Certificate {
	key: string;
	/** The certificate in PEM form; it is its own authority. */
	cert: string;
	/** Path of a file with the certificate, for NODE_EXTRA_CA_CERTS. */
	caFile: string;
	/** Removes the file. */
	remove(): Promise<void>;
}

/** What a container calls the machine that it runs on. */
const HOST_OF_CONTAINER = 'host.docker.internal';

/**
 * Makes a self-signed certificate for `localhost`, the loopback addresses, and what a container calls this machine.
 *
 * @param host - another name or address of the server
 */
export async function makeCertificate(host: string): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [...new Set(['localhost', HOST_OF_CONTAINER, '127.0.0.1', '::1', host])].map((name) =>
					isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name },
				),
			},
		],
	});
	const directory = await mkdtemp(join(tmpdir(), 'phrase-sandbox-'));
	const caFile = join(directory, 'ca.pem');
	await writeFile(caFile, cert);
	return { key, cert, caFile, remove: () => rm(directory, { recursive: true, force: true }) };
}
