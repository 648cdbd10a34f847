import { Backlog } from './backlog.js';
import type { HostDatabase } from './host-database.js';
import type { WriteQueue } from './write-queue.js';

/** Things that can be worked out again, by name. Nobody waits for them to be written. */
export class CacheRecords {
  readonly #database: HostDatabase;
  readonly #backlog: Backlog<string>;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#database = database;
    this.#backlog = new Backlog(queue, {
      what: 'cached things',
      limit: 2,
      write: (name, contents) => contents.slice(-1).forEach((content) => this.#write(name, content)),
      // First whoever asked has his answer.
      when: 'turn',
    });
  }

  find(name: string): string | undefined {
    const waiting = this.#backlog.of(name).at(-1);
    if (waiting !== undefined) return waiting;
    const content = this.#database.get('SELECT content FROM cache WHERE name = ?', name)?.['content'];
    return typeof content === 'string' ? content : undefined;
  }

  save(name: string, content: string): void {
    this.#backlog.clear(name);
    this.#backlog.add(name, content);
  }

  #write(name: string, content: string): void {
    this.#database.run(
      'INSERT INTO cache (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
      name,
      content,
    );
  }
}
