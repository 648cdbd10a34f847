import { Parser, type ReadEntry } from 'tar';
import { toCollisionKey, toPackagePath } from '../../manifest/package-path.js';
import { ArchiveError } from './archive-error.js';
import { inflate } from './inflate.js';

/** Files and folders that an archive may hold. */
const MAX_ENTRIES = 2000;

const FILE_TYPES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile']);

/**
 * Unpacks an npm package in memory: files by their paths below the one folder that holds them all. Nothing is written
 * and nothing runs.
 *
 * @throws ArchiveError for anything but plain files and folders at plain paths
 */
export function unpack(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = new EntryReader();
  const parser = new Parser({ strict: true, onReadEntry: (entry) => reader.take(entry) });
  parser.on('error', (failure: Error) => reader.fail(failure.message));
  parser.end(Buffer.from(inflate(packed)));
  return reader.finish();
}

/** Collects entries; a failure inside a handler is kept, since the parser goes on by itself. */
class EntryReader {
  readonly #files = new Map<string, Uint8Array>();
  readonly #taken = new Map<string, string>();
  readonly #folders = new Set<string>();
  #entries = 0;
  #failure: ArchiveError | undefined;

  take(entry: ReadEntry): void {
    this.#entries += 1;
    if (this.#entries > MAX_ENTRIES) this.fail(`It holds more than ${MAX_ENTRIES} entries.`);
    const path = this.#failure === undefined ? this.#pathOf(entry) : undefined;
    if (path === undefined) {
      entry.resume();
      return;
    }
    const chunks: Uint8Array[] = [];
    entry.on('data', (chunk) => chunks.push(chunk));
    entry.on('end', () => this.#keep(path, Buffer.concat(chunks), entry.size));
  }

  fail(message: string): void {
    this.#failure ??= new ArchiveError(message);
  }

  finish(): ReadonlyMap<string, Uint8Array> {
    if (this.#folders.size > 1) this.fail('Its files are not all in one folder.');
    if (this.#taken.size !== this.#files.size) this.fail('It ends too early.');
    if (this.#files.size === 0) this.fail('It holds no files.');
    if (this.#failure !== undefined) throw this.#failure;
    return this.#files;
  }

  /** The path below the package; undefined for folders and for what is refused. */
  #pathOf({ type, path: named }: ReadEntry): string | undefined {
    const isFolder = type === 'Directory';
    if (!isFolder && !FILE_TYPES.has(type)) {
      this.fail(`"${named}" is no plain file (${type}).`);
      return undefined;
    }
    const path = toPackagePath(isFolder ? named.replace(/\/$/, '') : named);
    if (path === undefined) {
      this.fail(`"${named}" is no plain path inside the package.`);
      return undefined;
    }
    const [folder = '', ...rest] = path.split('/');
    this.#folders.add(folder);
    if (isFolder) return undefined;
    return this.#claim(named, rest.join('/'));
  }

  #claim(named: string, path: string): string | undefined {
    if (path === '') {
      this.fail(`"${named}" is not in the folder of the package.`);
      return undefined;
    }
    const key = toCollisionKey(path);
    const other = this.#taken.get(key);
    if (other !== undefined) {
      this.fail(`"${named}" and "${other}" may be one file.`);
      return undefined;
    }
    this.#taken.set(key, named);
    return path;
  }

  #keep(path: string, bytes: Uint8Array, size: number): void {
    if (bytes.byteLength === size) this.#files.set(path, bytes);
  }
}
