import { z } from 'zod';
import type { HostDatabase } from './host-database.js';

/** Whether a connection reaches the institution itself or something that a developer put in its place. */
const ENVIRONMENTS = ['live', 'development'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** One login of the user at one institution, through one plugin. */
export interface ConnectionRecord {
  readonly id: string;
  readonly pluginId: string;
  /** In the words of the user. */
  readonly name: string;
  readonly environment: Environment;
  /** Where requests to an origin of the manifest go instead; only in a development connection. */
  readonly origins: Readonly<Record<string, string>>;
  readonly createdAt: string;
}

const ConnectionRow = z.object({
  id: z.string(),
  plugin_id: z.string(),
  name: z.string(),
  environment: z.enum(ENVIRONMENTS),
  origins: z.string(),
  created_at: z.string(),
});

/** The connections of the user. Their credentials are in the vault. */
export class ConnectionRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  list(): ConnectionRecord[] {
    return this.#database.all('SELECT * FROM connection ORDER BY id').map(toConnection);
  }

  find(id: string): ConnectionRecord | undefined {
    const row = this.#database.get('SELECT * FROM connection WHERE id = ?', id);
    return row === undefined ? undefined : toConnection(row);
  }

  add({ id, pluginId, name, environment, origins, createdAt }: ConnectionRecord): void {
    this.#database.run(
      'INSERT INTO connection (id, plugin_id, name, environment, origins, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      pluginId,
      name,
      environment,
      JSON.stringify(origins),
      createdAt,
    );
  }

  /** Forgets a connection with everything that host.db keeps of it. */
  remove(id: string): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM sync_state WHERE connection_id = ?', id);
      this.#database.run('DELETE FROM connection WHERE id = ?', id);
    });
  }
}

function toConnection(row: unknown): ConnectionRecord {
  const { id, plugin_id, name, environment, origins, created_at } = ConnectionRow.parse(row);
  return {
    id,
    pluginId: plugin_id,
    name,
    environment,
    origins: z.record(z.string(), z.string()).parse(JSON.parse(origins)),
    createdAt: created_at,
  };
}
