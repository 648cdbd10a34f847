import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLine, toAuditEntry, type AuditEntry } from './audit-event.js';
import { auditFileName, auditFileNumbers } from './audit-files.js';

/** One line of the log and where it stands. */
export interface AuditLine {
  readonly file: string;
  /** 1 for the first. */
  readonly number: number;
  readonly text: string;
  /** Whether the line has its end; only the last of a file can lack it. */
  readonly isWhole: boolean;
}

/** The lines of a file of the log, up to so many bytes. */
export function* linesOf(folder: string, fileNumber: number, size = Infinity): Generator<AuditLine> {
  const file = auditFileName(fileNumber);
  const bytes = readFileSync(join(folder, file));
  const text = bytes.toString('utf8', 0, Math.min(size, bytes.length));
  let start = 0;
  for (let number = 1; start < text.length; number += 1) {
    const end = text.indexOf('\n', start);
    const isWhole = end >= 0;
    yield { file, number, text: text.slice(start, isWhole ? end : undefined), isWhole };
    start = isWhole ? end + 1 : text.length;
  }
}

/** Which entries are wanted; all where nothing is said. */
export interface AuditRange {
  /** From this instant on, and before that one; beginnings of an instant such as a day do too. */
  readonly since?: string;
  readonly before?: string;
  readonly plugin?: string;
  readonly connection?: string;
}

/** An entry and the line that it was read from. */
export interface ReadEntry {
  readonly entry: AuditEntry;
  readonly line: string;
}

/**
 * The entries of the log, the oldest first. Nothing is verified; lines that cannot be read are left out.
 *
 * @param onUnreadable Told of each such line.
 */
export function* readAudit(
  folder: string,
  range: AuditRange = {},
  onUnreadable?: (line: AuditLine) => void,
): Generator<ReadEntry> {
  for (const number of auditFileNumbers(folder)) {
    for (const line of linesOf(folder, number)) {
      const chained = parseLine(line.text);
      const entry = chained === undefined ? undefined : toAuditEntry(chained);
      if (entry === undefined) onUnreadable?.(line);
      else if (isWithin(entry, range)) yield { entry, line: line.text };
    }
  }
}

function isWithin(entry: AuditEntry, { since, before, plugin, connection }: AuditRange): boolean {
  return (
    (since === undefined || entry.at >= since) &&
    (before === undefined || entry.at < before) &&
    (plugin === undefined || ('plugin' in entry && entry.plugin === plugin)) &&
    (connection === undefined || ('connection' in entry && entry.connection === connection))
  );
}
