import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message of a chat, as far as tests look at it. */
export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | null;
}

/** What an agent asks its model for. */
export interface ChatRequest {
	messages: ChatMessage[];
	tools: Array<{ function: { name: string; description: string; parameters: unknown } }>;
	stream?: boolean;
}

/** What the model does next: it calls a tool, or answers. */
export type Turn = { tool: string; args: Record<string, unknown> } | { answer: string };

/** Says what the model does, from what the last tool gave. */
export type Script = Array<(toolOutput: string) => Turn>;

/** A chat model at this machine, in the form of OpenAI's chat completions, that does what a script says. */
export class ScriptedModel {
	/** What it was asked, oldest first. */
	readonly requests: ChatRequest[] = [];

	/** What went wrong in the script. */
	readonly mistakes: unknown[] = [];

	private constructor(
		private readonly server: Server,
		private readonly script: Script,
	) {}

	/** Starts it at a free port. */
	static async start(script: Script): Promise<ScriptedModel> {
		const server = createServer((request, response) => void model.serve(request, response));
		const model = new ScriptedModel(server, script);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return model;
	}

	/** The base URL that a credential for OpenAI takes. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
	}

	/** What the tools gave, in the order of the calls. */
	get toolOutputs(): string[] {
		const last = this.requests.at(-1)?.messages ?? [];
		return last.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const asked = JSON.parse(Buffer.concat(parts).toString()) as ChatRequest;
		const turn = this.script[this.requests.length];
		this.requests.push(asked);
		try {
			if (turn === undefined) throw new Error('The script is over');
			this.send(response, asked, messageOf(turn(this.toolOutputs.at(-1) ?? ''), this.requests.length));
		} catch (error) {
			this.mistakes.push(error);
			this.send(response, asked, messageOf({ answer: String(error) }, 0));
		}
	}

	private send(response: ServerResponse, { stream = false }: ChatRequest, message: object): void {
		const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
		const all = { id: `chat-${this.requests.length}`, created: 1, model: 'scripted' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		response.setHeader('content-type', stream ? 'text/event-stream' : 'application/json');
		const body = stream
			? [{ ...all, object: 'chat.completion.chunk', choices: [{ index: 0, delta: message, finish_reason }] }]
					.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
					.join('') + 'data: [DONE]\n\n'
			: JSON.stringify({
					...all,
					object: 'chat.completion',
					choices: [{ index: 0, message, finish_reason }],
					usage,
				});
		response.end(body);
	}
}

function messageOf(turn: Turn, count: number): object {
	if ('answer' in turn) return { role: 'assistant', content: turn.answer };
	const call = { name: turn.tool, arguments: JSON.stringify(turn.args) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ index: 0, id: `call_${count}`, type: 'function', function: call }],
	};
}
