import type { AuditEntry } from './audit-event.js';
import { csvCell } from './csv-cell.js';
import type { ReadEntry } from './read-audit.js';

/** `jsonl`: the lines as they are, so that they can be verified elsewhere; `csv`: for a table program. */
export const AUDIT_FORMATS = ['jsonl', 'csv'] as const;

export type AuditFormat = (typeof AUDIT_FORMATS)[number];

const COLUMNS = [
  'sequence',
  'at',
  'kind',
  'plugin',
  'connection',
  'action',
  'method',
  'origin',
  'pattern',
  'permission',
  'credentials',
  'exchange',
  'status',
  'outcome',
  'code',
  'requestBytes',
  'requestHash',
  'answerBytes',
  'answerHash',
  'framesOut',
  'framesIn',
  'bytesOut',
  'bytesIn',
  'milliseconds',
  'isDevelopment',
  'name',
  'digest',
  'permissions',
  'records',
  'clientOrderId',
  'found',
  'bytes',
  'movedTo',
  'port',
  'certificate',
  'previous',
  'hash',
  'seal',
] as const;

/** The text of entries in a format, line by line; the lines have no ends yet. */
export function* exportAudit(entries: Iterable<ReadEntry>, format: AuditFormat): Generator<string> {
  if (format === 'csv') yield COLUMNS.join(',');
  for (const { entry, line } of entries) yield format === 'csv' ? csvLine(entry) : line;
}

function csvLine(entry: AuditEntry): string {
  const values: Readonly<Record<string, unknown>> = entry;
  return COLUMNS.map((name) => csvCell(values[name])).join(',');
}
