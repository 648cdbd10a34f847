import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds without another change after which a burst of changes is over. */
const QUIET_MS = 20;

/** What is no source: packages, results, and what editors and tools leave for a moment. */
const IGNORED = /^(?:\..*|node_modules|dist|coverage|.*~|.*\.(?:swp|tmp|tsbuildinfo))$/;

/**
 * Notices what changes below a folder. Each folder is watched by itself, not each file, so that a file that an editor
 * replaces by another one is seen too, and packages are never looked at.
 */
export class FolderWatch implements Disposable {
  readonly #root: string;
  /** By path below the root; the root itself is ''. */
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #next = new AbortController();
  #events = 0;

  constructor(root: string) {
    this.#root = root;
    this.#follow('');
  }

  /** Aborted with the next change. */
  get nextChange(): AbortSignal {
    return this.#next.signal;
  }

  /** Waits for changes until a burst of them is over. @returns Paths below the root; none where the signal came first. */
  async changes(signal: AbortSignal): Promise<string[]> {
    if (this.#changed.size === 0) await aborted(AbortSignal.any([signal, this.#next.signal]));
    for (let seen = -1; seen !== this.#events && !signal.aborted;) {
      seen = this.#events;
      await wait(QUIET_MS);
    }
    const paths = [...this.#changed].sort();
    this.#changed.clear();
    this.#next = new AbortController();
    return signal.aborted ? [] : paths;
  }

  [Symbol.dispose](): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #follow(path: string): void {
    if (this.#watchers.has(path)) return;
    const folder = join(this.#root, path);
    const watcher = watch(folder, (event, name) => {
      if (name !== null && !IGNORED.test(name)) this.#notice(event, join(path, name));
    });
    watcher.on('error', () => this.#leave(path));
    this.#watchers.set(path, watcher);
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory() && !IGNORED.test(entry.name)) this.#follow(join(path, entry.name));
  }

  #notice(event: string, path: string): void {
    const isFolder = statSync(join(this.#root, path), { throwIfNoEntry: false })?.isDirectory() === true;
    // Some systems tell of a folder when something in it changes.
    if (isFolder && event === 'change' && this.#watchers.has(path)) return;
    this.#leave(path);
    if (isFolder) this.#follow(path);
    this.#changed.add(path);
    this.#events += 1;
    this.#next.abort();
  }

  /** A folder that is gone, or another one of the same name, is not watched any more. */
  #leave(path: string): void {
    for (const [known, watcher] of this.#watchers) {
      if (known !== path && !known.startsWith(join(path, '/'))) continue;
      watcher.close();
      this.#watchers.delete(known);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
