import type { HostDatabase } from './host-database.js';

/** A plugin that its author is working on, and what served before. */
export interface Development {
  readonly pluginId: string;
  /** The digest that serves again when the development is over; absent where none did. */
  readonly former: string | undefined;
}

/** The plugins that are in development now, in any host, or were when their host was killed. */
export class DevelopmentRecords {
  readonly #database: HostDatabase;
  /** Those of this host. */
  readonly #own = new Set<string>();

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  list(): Development[] {
    return this.#database
      .all('SELECT plugin_id, former FROM development ORDER BY plugin_id')
      .map(({ plugin_id, former }) => ({
        pluginId: String(plugin_id),
        former: former === null ? undefined : String(former),
      }));
  }

  /** Those that this host has not begun. */
  listOfOthers(): Development[] {
    return this.list().filter(({ pluginId }) => !this.#own.has(pluginId));
  }

  find(pluginId: string): Development | undefined {
    return this.list().find((development) => development.pluginId === pluginId);
  }

  begin({ pluginId, former }: Development): void {
    this.#database.run('INSERT INTO development (plugin_id, former) VALUES (?, ?)', pluginId, former ?? null);
    this.#own.add(pluginId);
  }

  end(pluginId: string): void {
    this.#database.run('DELETE FROM development WHERE plugin_id = ?', pluginId);
    this.#own.delete(pluginId);
  }
}
