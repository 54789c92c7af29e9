import type { FileTranslationFacts, JobFacts, SandboxCredentials } from '../../sandbox';

/** A sandbox in another process, through its control endpoint. */
export class SandboxControl {
	/** @param url scheme, host and port of the sandbox */
	constructor(private readonly url: string) {}

	/** Makes a job whose target file has the given size in bytes. */
	async createJob(sizeBytes: number): Promise<{ uid: string; projectUid: string }> {
		const [job] = await this.call<Array<{ uid: string; projectUid: string }>>('/jobs', { sizeBytes });
		if (job === undefined) throw new Error('The sandbox made no job');
		return job;
	}

	async credential(type: keyof SandboxCredentials): Promise<object> {
		return (await this.call<SandboxCredentials>('/credentials'))[type];
	}

	async targetSha256(jobUid: string): Promise<string> {
		return (await this.call<JobFacts>(`/jobs/${jobUid}`)).target.sha256;
	}

	async uploadSha256(uid: string): Promise<string> {
		return (await this.call<FileTranslationFacts>(`/fileTranslations/${uid}`)).source.sha256;
	}

	private async call<T>(path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}/_sandbox${path}`, {
			...(body && {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`);
		return (await response.json()) as T;
	}
}
