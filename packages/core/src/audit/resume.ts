import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLine, type AuditEvent, type ChainedEntry } from './audit-event.js';
import { auditFileName, auditFileNumbers, type AuditFile } from './audit-files.js';
import { START, type AuditPosition, type FoundHead } from './audit-head.js';

/** Longer than any line can be. */
const LINE_MAX_BYTES = 1_048_576;
const LINE_END = 0x0a;

/** What the log notes of itself. */
export type Mend = Extract<AuditEvent, { kind: 'mend' }>;

/** Where the log goes on, and what it has to note about that. */
export interface Resumed {
  readonly position: AuditPosition;
  readonly mends: readonly Mend[];
}

/**
 * Where the log goes on after what host.db tells. A head that cannot be trusted is not used: the log goes on in a new
 * file behind whatever is there, and says so for ever.
 */
export function positionAfter(folder: string, found: FoundHead | undefined): Resumed {
  if (found?.isConfirmed === true) return { position: found.position, mends: [] };
  const last = auditFileNumbers(folder).at(-1);
  if (found === undefined && last === undefined) return { position: START, mends: [] };
  const entry = last === undefined ? undefined : lastEntryOf(readFileSync(join(folder, auditFileName(last))));
  return {
    position: { ...START, ...sequenceAndHash(entry), file: (last ?? 0) + 1 },
    mends: [{ kind: 'mend', found: 'head', bytes: 0 }],
  };
}

/**
 * Makes the end of a file fit for the next entry. What stands behind the last confirmed entry was never confirmed to
 * anybody: a host was killed while it wrote. It is moved aside.
 */
export function mendEnd(folder: string, file: AuditFile, position: AuditPosition): Resumed {
  const { size } = file;
  if (size === position.size) return { position, mends: [] };
  const bytes = Math.abs(size - position.size);
  if (size > position.size && endsWith(file, position)) {
    const movedTo = `torn-${position.file}-${position.size}-${Date.now()}.bin`;
    writeFileSync(join(folder, movedTo), file.read(position.size, size), { mode: 0o600, flag: 'wx' });
    file.cut(position.size);
    return { position, mends: [{ kind: 'mend', found: 'torn', bytes, movedTo }] };
  }
  if (size > 0 && file.read(size - 1, size)[0] !== LINE_END) file.append('\n');
  const found = size < position.size ? 'missing' : 'changed';
  return { position: { ...position, size: file.size }, mends: [{ kind: 'mend', found, bytes }] };
}

/** Tells whether the last confirmed entry is where it must be. */
function endsWith(file: AuditFile, { size, hash }: AuditPosition): boolean {
  if (size === 0) return true;
  const entry = lastEntryOf(file.read(Math.max(0, size - LINE_MAX_BYTES), size));
  return entry?.hash === hash;
}

/** The entry in the last line of these bytes. */
function lastEntryOf(bytes: Buffer): ChainedEntry | undefined {
  if (bytes.at(-1) !== LINE_END) return undefined;
  const start = bytes.subarray(0, -1).lastIndexOf(LINE_END) + 1;
  return parseLine(bytes.toString('utf8', start, bytes.length - 1));
}

function sequenceAndHash(entry: ChainedEntry | undefined): Partial<AuditPosition> {
  return entry === undefined ? {} : { sequence: entry.sequence, hash: entry.hash };
}
