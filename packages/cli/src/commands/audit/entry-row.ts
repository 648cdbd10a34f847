import { printable, type AuditEntry } from '@bourse/core';
import type { Cell, Column } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';

export const ENTRY_COLUMNS: readonly Column[] = [
  { title: 'entry', align: 'right' },
  { title: 'at (UTC)' },
  { title: 'about', shrinks: true, leaves: 2 },
  { title: 'what' },
  { title: 'of', shrinks: true },
  { title: 'result', shrinks: true, leaves: 1 },
];

/** What an entry tells, beside when and about whom. */
interface Told {
  readonly what: string;
  readonly of?: string | undefined;
  readonly result?: string | undefined;
}

/** One entry as a row of a table. */
export function entryRow(entry: AuditEntry): Cell[] {
  const { what, of = '', result = '' } = tell(entry);
  const about = entry.kind === 'mend' ? '' : (entry.connection ?? entry.plugin ?? '');
  return [
    `${entry.sequence}`,
    toSecond(entry.at),
    printable(about),
    printable(what),
    printable(of),
    printable(result),
  ];
}

function tell(entry: AuditEntry): Told {
  switch (entry.kind) {
    case 'request':
    case 'socket':
      return {
        what: entry.kind === 'socket' ? 'WebSocket' : entry.method,
        of: `${entry.origin}${entry.pattern}${entry.isDevelopment ? ' (development)' : ''}`,
        result: entry.credentials.length === 0 ? '' : `with ${entry.credentials.join(', ')}`,
      };
    case 'requestEnd':
      return {
        what: 'answer',
        of: `${entry.answerBytes} bytes in ${entry.milliseconds} ms`,
        result: [entry.status, entry.outcome].filter((part) => part !== undefined).join(' '),
      };
    case 'socketEnd':
      return {
        what: 'socket end',
        of: `${entry.framesIn} frames in, ${entry.framesOut} out`,
        result: entry.outcome,
      };
    case 'refusal':
      return { what: 'refused', of: `${entry.method} ${entry.origin ?? ''}`, result: entry.code };
    case 'mend':
      return { what: 'audit mended', of: `${entry.bytes} bytes`, result: entry.found };
    default:
      return tellOfHost(entry);
  }
}

type HostKind = 'credential' | 'grant' | 'login' | 'sync' | 'connection' | 'program' | 'order';

/** What the host did by itself or for the user. */
function tellOfHost(entry: Extract<AuditEntry, { kind: HostKind }>): Told {
  switch (entry.kind) {
    case 'credential':
      return { what: 'credential', of: entry.name, result: entry.action };
    case 'grant':
      return { what: 'grant', of: entry.permissions.join(', '), result: entry.action };
    case 'login':
      return { what: 'login', of: entry.action, result: entry.outcome };
    case 'sync':
      return {
        what: 'sync',
        of: entry.records === undefined ? '' : `${entry.records} records`,
        result: entry.outcome ?? entry.action,
      };
    case 'connection':
      return { what: 'connection', result: entry.action };
    case 'program':
      return {
        what: 'program',
        of: `${entry.origin} (port ${entry.port})`,
        result: `${entry.action}: ${entry.certificate}`,
      };
    case 'order':
      return { what: 'order', of: entry.clientOrderId, result: entry.outcome ?? entry.action };
  }
}
