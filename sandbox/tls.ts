import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

/** Makes a self-signed certificate for `localhost` and the loopback addresses. */
export async function makeCertificate(): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
			{ name: 'extKeyUsage', serverAuth: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: '127.0.0.1' },
					{ type: 7, ip: '::1' },
				],
			},
		],
	});
	const directory = await mkdtemp(join(tmpdir(), 'phrase-sandbox-'));
	const caFile = join(directory, 'ca.pem');
	await writeFile(caFile, cert);
	return { key, cert, caFile, remove: () => rm(directory, { recursive: true, force: true }) };
}
