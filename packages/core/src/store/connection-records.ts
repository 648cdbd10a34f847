import { z } from 'zod';
import type { HostDatabase } from './host-database.js';
import { RememberedReads } from './remembered-reads.js';

/** Whether a connection reaches the institution itself or something that a developer put in its place. */
const ENVIRONMENTS = ['live', 'development'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** A program on this machine through which an institution is reached, as the user has approved it. */
export interface LocalProgram {
  /** Where it listens, which may be another port than the manifest names. */
  readonly port: number;
  /** The one certificate that it may show: `sha256:` and the SHA-256 of it in lower-case hexadecimal. */
  readonly certificate: string;
}

const LocalProgramsSchema = z.record(z.string(), z.object({ port: z.int(), certificate: z.string() }));

/** One login of the user at one institution, through one plugin. */
export interface ConnectionRecord {
  readonly id: string;
  readonly pluginId: string;
  /** In the words of the user. */
  readonly name: string;
  readonly environment: Environment;
  /** Where requests to an origin of the manifest go instead; only in a development connection. */
  readonly origins: Readonly<Record<string, string>>;
  /** What the user trusts on this machine, by the `loopback:<port>` of the manifest. */
  readonly programs: Readonly<Record<string, LocalProgram>>;
  readonly createdAt: string;
}

const ConnectionRow = z.object({
  id: z.string(),
  plugin_id: z.string(),
  name: z.string(),
  environment: z.enum(ENVIRONMENTS),
  origins: z.string(),
  programs: z.string(),
  created_at: z.string(),
});

/** The connections of the user. Their credentials are in the vault. */
export class ConnectionRecords {
  readonly #database: HostDatabase;
  readonly #present: RememberedReads<ConnectionRecord | undefined>;

  constructor(database: HostDatabase) {
    this.#database = database;
    this.#present = new RememberedReads(database, (id) => this.find(id));
  }

  list(): ConnectionRecord[] {
    return this.#database.all('SELECT * FROM connection ORDER BY id').map(toConnection);
  }

  find(id: string): ConnectionRecord | undefined {
    const row = this.#database.get('SELECT * FROM connection WHERE id = ?', id);
    return row === undefined ? undefined : toConnection(row);
  }

  /** A connection for whoever has no transaction open, quick enough for each request of a plugin. */
  findPresent(id: string): ConnectionRecord | undefined {
    return this.#present.of(id);
  }

  add({ id, pluginId, name, environment, origins, programs, createdAt }: ConnectionRecord): void {
    this.#database.run(
      'INSERT INTO connection (id, plugin_id, name, environment, origins, programs, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      pluginId,
      name,
      environment,
      JSON.stringify(origins),
      JSON.stringify(programs),
      createdAt,
    );
  }

  setPrograms(id: string, programs: ConnectionRecord['programs']): void {
    this.#database.run('UPDATE connection SET programs = ? WHERE id = ?', JSON.stringify(programs), id);
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
  const { id, plugin_id, name, environment, origins, programs, created_at } = ConnectionRow.parse(row);
  return {
    id,
    pluginId: plugin_id,
    name,
    environment,
    origins: z.record(z.string(), z.string()).parse(JSON.parse(origins)),
    programs: LocalProgramsSchema.parse(JSON.parse(programs)),
    createdAt: created_at,
  };
}
