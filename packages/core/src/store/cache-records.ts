import type { HostDatabase } from './host-database.js';

/** Things that can be worked out again, by name. */
export class CacheRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  find(name: string): string | undefined {
    const content = this.#database.get('SELECT content FROM cache WHERE name = ?', name)?.['content'];
    return typeof content === 'string' ? content : undefined;
  }

  save(name: string, content: string): void {
    this.#database.run(
      'INSERT INTO cache (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
      name,
      content,
    );
  }
}
