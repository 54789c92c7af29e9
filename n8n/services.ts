import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { N8nInstallation } from './install';

/** Where the services of queue mode are expected: their usual ports, without a password. */
const HOST = '127.0.0.1';
const REDIS_PORT = 6379;
const POSTGRES_PORT = 5432;
const POSTGRES_USER = 'postgres';

/** What is used of the drivers that n8n brings. */
interface RedisDriver {
	Redis: new (options: { host: string; port: number }) => RedisConnection;
}

interface RedisConnection {
	llen(key: string): Promise<number>;
	keys(pattern: string): Promise<string[]>;
	unlink(...keys: string[]): Promise<number>;
	quit(): Promise<unknown>;
}

interface PostgresDriver {
	Client: new (options: { host: string; port: number; user: string; database: string }) => PostgresConnection;
}

interface PostgresConnection {
	connect(): Promise<void>;
	query(statement: string): Promise<unknown>;
	end(): Promise<void>;
}

/** How far the executions have come that n8n has handed to its workers. */
export interface Queue {
	/** How many no worker has taken yet. */
	waiting: number;
	/** How many workers are busy with. */
	active: number;
}

/**
 * Makes sure that the services of queue mode are there.
 *
 * @throws Error that says which is missing, and how to get it
 */
export async function requireServices(): Promise<void> {
	const services = [
		{ name: 'Redis', port: REDIS_PORT, run: 'redis' },
		{ name: 'PostgreSQL', port: POSTGRES_PORT, run: '-e POSTGRES_HOST_AUTH_METHOD=trust postgres' },
	];
	const answers = await Promise.all(services.map(async ({ port }) => await listens(port)));
	const missing = services.filter((_service, index) => answers[index] === false);
	if (missing.length === 0) return;
	const lines = missing.map(
		({ name, port, run }) =>
			`${name} does not answer at ${HOST}:${port}. One way to start it: docker run -d -p ${HOST}:${port}:${port} ${run}`,
	);
	throw new Error(`Queue mode needs Redis and PostgreSQL.\n${lines.join('\n')}`);
}

/** A database, and keys in Redis, that belong to one n8n in queue mode only. */
export class QueueServices {
	private constructor(
		private readonly name: string,
		private readonly redis: RedisConnection,
		private readonly postgres: PostgresConnection,
	) {}

	/**
	 * Makes the database.
	 *
	 * @param name of the database, and what the keys in Redis begin with
	 * @throws Error when a service is missing, or refuses
	 */
	static async create({ folder }: N8nInstallation, name: string): Promise<QueueServices> {
		await requireServices();
		const load = createRequire(join(folder, 'package.json'));
		const { Redis } = load('ioredis') as RedisDriver;
		const { Client } = load('pg') as PostgresDriver;
		const postgres = new Client({
			host: HOST,
			port: POSTGRES_PORT,
			user: POSTGRES_USER,
			database: 'postgres',
		});
		await postgres.connect();
		await postgres.query(`CREATE DATABASE ${name}`);
		return new QueueServices(name, new Redis({ host: HOST, port: REDIS_PORT }), postgres);
	}

	/** Settings that make an n8n process use these services. */
	get env(): Record<string, string> {
		return {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: HOST,
			QUEUE_BULL_REDIS_PORT: String(REDIS_PORT),
			QUEUE_BULL_PREFIX: this.name,
			N8N_REDIS_KEY_PREFIX: this.name,
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: HOST,
			DB_POSTGRESDB_PORT: String(POSTGRES_PORT),
			DB_POSTGRESDB_USER: POSTGRES_USER,
			DB_POSTGRESDB_DATABASE: this.name,
		};
	}

	/** Looks into n8n's queue. */
	async queue(): Promise<Queue> {
		const [waiting, active] = await Promise.all(
			['wait', 'active'].map(async (list) => await this.redis.llen(`${this.name}:jobs:${list}`)),
		);
		return { waiting: waiting ?? 0, active: active ?? 0 };
	}

	/** Removes everything that n8n has stored; no n8n may use it any more. */
	async remove(): Promise<void> {
		const keys = await this.redis.keys(`${this.name}*`);
		if (keys.length > 0) await this.redis.unlink(...keys);
		await this.redis.quit();
		await this.postgres.query(`DROP DATABASE ${this.name} WITH (FORCE)`);
		await this.postgres.end();
	}
}

async function listens(port: number): Promise<boolean> {
	const socket = connect(port, HOST);
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
